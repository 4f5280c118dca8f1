package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sandbox.testing.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many ports that are sent together end within a minute: a few always, {@code -Dports=200} is what was promised. */
class DeltaSharingScaleStoryTest {
    private static final int PORTS = Integer.getInteger("ports", 20);
    private static final Duration PROMISED = Duration.ofMinutes(1);

    @Test
    void ports_that_are_sent_together_end_within_a_minute() {
        try (DeltaWorld world = DeltaWorld.with("provisioner,postgres,sharing", Map.of())) {
            Platform platform = world.platform();
            List<Sample> ports = IntStream.range(0, PORTS)
                    .mapToObj(number -> DeltaWorld.orders("scale" + number))
                    .toList();

            long began = System.nanoTime();
            List<String> tokens = ports.stream().map(platform::startProvision).toList();
            tokens.forEach(platform::completed);
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            System.out.printf("%d ports: %.1f s%n", PORTS, took.toMillis() / (double) TimeUnit.SECONDS.toMillis(1));
            assertThat(took).isLessThan(PROMISED);
            assertThat(world.operator().get("/admin/v1/shares").json().path("items"))
                    .hasSize(PORTS);
        }
    }
}
