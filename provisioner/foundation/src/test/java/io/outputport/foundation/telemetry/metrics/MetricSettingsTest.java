package io.outputport.foundation.telemetry.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether metrics are sent to a collector. */
class MetricSettingsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OTEL_SERVICE_NAME=mesh",
                "OTEL_TRACES_EXPORTER=otlp",
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://tempo:4318/v1/traces",
                "OTEL_METRICS_EXPORTER=none",
                "OTEL_EXPORTER_OTLP_ENDPOINT=http://c:4318 OTEL_METRICS_EXPORTER=none",
                "OTEL_EXPORTER_OTLP_ENDPOINT=http://c:4318 OTEL_SDK_DISABLED=true"
            })
    void nothing_is_sent_where_nothing_asks_for_it(String variables) {
        assertThat(MetricSettings.properties(settings(variables))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OTEL_METRICS_EXPORTER=otlp",
                "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://c:4318/v1/metrics",
            })
    void metrics_alone_bring_no_traces(String variables) {
        assertThat(MetricSettings.properties(settings(variables)))
                .containsEntry("otel.metrics.exporter", "otlp")
                .containsEntry("otel.sdk.disabled", "false")
                .containsEntry("otel.traces.exporter", "none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OTEL_EXPORTER_OTLP_ENDPOINT=http://c:4318",
                "OTEL_TRACES_EXPORTER=otlp OTEL_METRICS_EXPORTER=otlp"
            })
    void beside_traces_metrics_are_added(String variables) {
        assertThat(MetricSettings.properties(settings(variables))).isEqualTo(Map.of("otel.metrics.exporter", "otlp"));
    }

    private static Settings settings(String variables) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(" ")) {
            environment.put(
                    variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        return Settings.of(environment);
    }
}
