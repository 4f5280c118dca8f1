package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An operator sees in numbers what the service does. */
@ExtendWith(World.Provided.class)
class MetricsStoryTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(provisioner_[a-z_]+)` \\| (counter|gauge|histogram) \\|");

    private final World world;

    @TempDir
    private Path tasks;

    MetricsStoryTest(World world) {
        this.world = world;
    }

    @AfterEach
    void clearFaults() {
        world.engine().clearFaults();
    }

    @Test
    void a_deployment_is_seen_with_its_steps_its_write_and_its_calls() {
        try (OwnService service = OwnService.start(world.variables(), tasks)) {
            service.platform().provision(Product.vaccinations("Measured").sample());

            Scrape scrape = Scrape.of(service.url());

            assertThat(scrape.sum("provisioner_operations_total", "operation=\"provision\"", "outcome=\"completed\""))
                    .isOne();
            assertThat(scrape.sum("provisioner_operation_duration_seconds_bucket", "le=\"+Inf\""))
                    .isOne();
            assertThat(scrape.sum("provisioner_step_duration_seconds_count", "outcome=\"changed\""))
                    .isPositive();
            assertThat(scrape.sum("provisioner_step_duration_seconds_count", "outcome=\"waiting\""))
                    .isPositive();
            assertThat(scrape.sum("provisioner_wave_ports_sum")).isOne();
            assertThat(scrape.sum("provisioner_wave_duration_seconds_count")).isOne();
            assertThat(scrape.sum("provisioner_schema_builds_total")).isBetween(1.0, 3.0);
            assertThat(calls(scrape, "hasura", "2xx")).isPositive();
            assertThat(calls(scrape, "role-mapper", "2xx")).isPositive();
            assertThat(calls(scrape, "source:postgresql", "ok")).isPositive();
            for (String system : new String[] {"hasura", "role-mapper", "source:postgresql", "source:snowflake"}) {
                assertThat(breaker(scrape, system, "closed")).as(system).isOne();
                assertThat(breaker(scrape, system, "open")).as(system).isZero();
            }
        }
    }

    @Test
    void a_hasura_that_is_away_is_seen_in_the_queue_the_retries_and_the_circuit_breaker() {
        Map<String, String> variables = with("HASURA_URL", "http://127.0.0.1:9");
        try (OwnService service = OwnService.start(variables, tasks)) {
            String token = service.platform()
                    .startProvision(Product.vaccinations("Unreached").sample());
            service.platform().runningWith(token, "Trying again in");

            await().untilAsserted(() -> {
                Scrape scrape = Scrape.of(service.url());
                assertThat(scrape.sum("provisioner_queue_tasks", "stage=\"retrying\""))
                        .isOne();
                assertThat(scrape.sum("provisioner_queue_oldest_seconds")).isPositive();
                assertThat(scrape.sum("provisioner_retries_total", "operation=\"provision\""))
                        .isPositive();
                assertThat(calls(scrape, "hasura", "no_answer")).isGreaterThanOrEqualTo(5);
                assertThat(breaker(scrape, "hasura", "open")).isOne();
                assertThat(breaker(scrape, "hasura", "closed")).isZero();
            });
        }
    }

    @Test
    void the_operators_page_lists_every_metric_and_no_other() throws IOException {
        Map<String, String> variables = with("DRIFT_CHECK_INTERVAL", "300ms");
        Set<String> listed = listed();
        try (OwnService service = OwnService.start(variables, tasks)) {
            Product product = Product.vaccinations("Listed");
            service.platform().validate(product.sample().with("healthcare_listed_0_", "wrong_"));
            service.platform()
                    .failed(service.platform()
                            .startProvision(product.sample().with("vaccinations_clean_view", "no_such_view")));
            // The drift check meets the fault as well, so it lasts until the task has.
            world.engine().fault("export_metadata", "html-502", Duration.ZERO, 1000);
            String token = service.platform().startProvision(product.sample());
            service.platform().runningWith(token, "Trying again in");
            world.engine().clearFaults();
            service.platform().completed(token);
            world.engine()
                    .operation("{\"type\":\"pg_untrack_table\",\"args\":{\"source\":%s,\"table\":%s,\"cascade\":true}}"
                            .formatted(
                                    world.engine()
                                            .sourceOf(product.customName())
                                            .path("name"),
                                    world.engine().tableOf(product.customName()).path("table")));

            await("every metric of " + listed)
                    .untilAsserted(() ->
                            assertThat(Scrape.of(service.url()).families()).isEqualTo(listed));
        }
    }

    private static Set<String> listed() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("basedir", "."), "../../docs/operations.md"));
        return ROW.matcher(page)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String> with(String name, String value) {
        Map<String, String> variables = new HashMap<>(world.variables());
        variables.put(name, value);
        return variables;
    }

    private static double calls(Scrape scrape, String system, String result) {
        return scrape.sum(
                "provisioner_remote_call_duration_seconds_count",
                "system=\"" + system + "\"",
                "result=\"" + result + "\"");
    }

    private static double breaker(Scrape scrape, String system, String state) {
        return scrape.sum("provisioner_breaker_state", "system=\"" + system + "\"", "state=\"" + state + "\"");
    }
}
