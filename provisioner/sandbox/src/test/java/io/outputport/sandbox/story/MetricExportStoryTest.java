package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A platform team without Prometheus gets the same metrics at its collector. */
@ExtendWith(World.Provided.class)
class MetricExportStoryTest {
    private final World world;

    @TempDir
    private Path tasks;

    MetricExportStoryTest(World world) {
        this.world = world;
    }

    @Test
    void operations_arrive_with_the_same_labels_and_buckets_and_no_traces_beside_them() throws IOException {
        try (MetricCollector collector = MetricCollector.start();
                OwnService service = OwnService.start(
                        sendingTo(Map.of("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", collector.address() + "/v1/metrics")),
                        tasks)) {
            service.platform().provision(Product.vaccinations("Exported").sample());

            await().untilAsserted(() -> {
                assertThat(collector.of("provisioner.operations")).isNotEmpty();
                assertThat(collector.of("provisioner.queue.oldest")).isNotEmpty();
            });
            HistogramDataPoint duration = collector
                    .of("provisioner.operation.duration")
                    .get(0)
                    .getHistogram()
                    .getDataPoints(0);
            assertThat(duration.getAttributesList().stream().map(KeyValue::getKey))
                    .containsExactlyInAnyOrder("operation", "outcome");
            // The bridge converts from nanoseconds and back.
            assertThat(duration.getExplicitBoundsList()).first().isEqualTo(0.5);
            assertThat(duration.getExplicitBoundsList()).last(as(DOUBLE)).isCloseTo(3600, within(0.001));
            assertThat(collector.paths()).containsExactly("/v1/metrics");
        }
    }

    private Map<String, String> sendingTo(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(world.variables());
        all.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        all.put("OTEL_METRIC_EXPORT_INTERVAL", "200");
        all.putAll(variables);
        return all;
    }
}
