package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.sandbox.story.Collector.Received;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What one port costs the systems around: Hasura of a large installation answers an export in seconds, not in millis. */
@ExtendWith(World.Provided.class)
class PortCostStoryTest {
    private final World world;

    @TempDir
    private Path tasks;

    PortCostStoryTest(World world) {
        this.world = world;
    }

    @Test
    void a_port_costs_few_calls() throws IOException {
        Map<String, String> variables = new HashMap<>(world.variables());
        try (CountingRelay hasura = CountingRelay.to(variables.getOrDefault("HASURA_URL", ""));
                CountingRelay roleMapper = CountingRelay.to(variables.getOrDefault("ROLE_MAPPER_URL", ""));
                Collector collector = Collector.start()) {
            variables.putAll(collector.variables());
            variables.put("HASURA_URL", hasura.url());
            variables.put("ROLE_MAPPER_URL", roleMapper.url());
            variables.put("DRIFT_CHECK", "off");
            try (OwnService service = OwnService.start(variables, tasks)) {
                Meter meter = new Meter(hasura, roleMapper, collector);
                // The first port of a process asks what Hasura can do at all.
                service.platform().provision(Product.vaccinations("Costfirst").sample());
                meter.take();
                Product product = Product.vaccinations("Cost");

                service.platform().provision(product.sample());
                Cost created = meter.take();
                service.platform().provision(product.sample());
                Cost unchanged = meter.take();

                System.out.println("calls: new port: " + created.line());
                System.out.println("calls: unchanged port: " + unchanged.line());
                created.isAtMost(11, 2, 4, 1);
                unchanged.isAtMost(4, 1, 1, 1);
            }
        }
    }

    private static final class Meter {
        private final CountingRelay hasura;
        private final CountingRelay roleMapper;
        private final Collector collector;
        private int tasks;
        private long asked;

        Meter(CountingRelay hasura, CountingRelay roleMapper, Collector collector) {
            this.hasura = hasura;
            this.roleMapper = roleMapper;
            this.collector = collector;
        }

        /** What the next task has cost, as soon as its last span is there. */
        Cost take() {
            tasks++;
            await().until(() -> count(span -> span.text("provisioner.outcome").equals("completed")) == tasks);
            long all = count(span -> span.name().startsWith("SELECT "));
            long fresh = all - asked;
            asked = all;
            return new Cost(hasura.take(), roleMapper.take(), fresh);
        }

        private long count(Predicate<Received> wanted) {
            return collector.all().stream().filter(wanted).count();
        }
    }

    private record Cost(List<String> hasura, List<String> roleMapper, long questions) {
        int calls() {
            return hasura.size() + roleMapper.size();
        }

        long exports() {
            return hasura.stream()
                    .filter(call -> call.endsWith("export_metadata"))
                    .count();
        }

        long puts() {
            return roleMapper.stream().filter(call -> call.startsWith("PUT ")).count();
        }

        /** Whoever makes it less writes the smaller number here. */
        void isAtMost(int mostCalls, int mostExports, int mostPuts, int mostQuestions) {
            assertThat(calls()).as("HTTP calls: %s", this).isLessThanOrEqualTo(mostCalls);
            assertThat(exports()).as("exports: %s", this).isLessThanOrEqualTo(mostExports);
            assertThat(puts()).as("PUTs to the role mapper: %s", this).isLessThanOrEqualTo(mostPuts);
            assertThat(questions).as("questions to the source").isBetween(1L, (long) mostQuestions);
        }

        String line() {
            return "HTTP calls=%d, exports=%d, PUTs to the role mapper=%d, questions to the source=%d"
                    .formatted(calls(), exports(), puts(), questions);
        }
    }
}
