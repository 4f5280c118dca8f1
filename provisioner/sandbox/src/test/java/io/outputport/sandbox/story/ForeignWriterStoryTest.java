package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.story.Engine.Stats;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Other teams write to the same Hasura, and keep what they wrote. */
@ExtendWith(World.Provided.class)
class ForeignWriterStoryTest {
    private static final int PORTS = 100;

    private final Engine engine;
    private final World world;
    private final JsonNode before;

    ForeignWriterStoryTest(World world) {
        this.world = world;
        this.engine = world.engine();
        this.before = engine.metadata();
    }

    @AfterEach
    void leave() {
        engine.restore(before);
    }

    @Test
    void somebody_who_writes_as_fast_as_they_can_loses_nothing_and_all_ports_are_there_soon_after() {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        CompletableFuture<Void> stranger = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                engine.operation("""
                        {"type":"add_inherited_role","args":{"role_name":"stranger%d","role_set":["a","b"]}}""".formatted(written.incrementAndGet()));
            }
        });
        List<String> tokens = IntStream.range(0, PORTS)
                .mapToObj(number -> world.platform()
                        .startProvision(Product.vaccinations("Racing" + number).sample()))
                .toList();
        tokens.forEach(token -> world.platform().pastItsFirstSteps(token));
        int before = written.get();
        await().until(() -> written.get() > before + 10);

        over.set(true);
        stranger.join();
        Stats stop = engine.stats();
        tokens.forEach(world.platform()::completed);

        assertThat(engine.stats().since(stop).metadataWrites()).isLessThanOrEqualTo(2);
        JsonNode metadata = engine.metadata();
        List<String> roles = new ArrayList<>();
        metadata.path("inherited_roles")
                .forEach(role -> roles.add(role.path("role_name").asText()));
        assertThat(roles)
                .containsAll(IntStream.rangeClosed(1, written.get())
                        .mapToObj(number -> "stranger" + number)
                        .toList());
        assertThat(metadata.toString())
                .contains(Product.vaccinations("Racing0").customName())
                .contains(Product.vaccinations("Racing" + (PORTS - 1)).customName());
    }
}
