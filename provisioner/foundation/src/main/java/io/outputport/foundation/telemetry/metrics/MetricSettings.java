package io.outputport.foundation.telemetry.metrics;

import io.outputport.foundation.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether metrics are sent to a collector, as OpenTelemetry's own variables say it: to the endpoint for all signals or to
 * the one for metrics, unless {@code OTEL_METRICS_EXPORTER} says otherwise. Prometheus may always ask.
 */
public final class MetricSettings {
    private static final String EXPORTER = "OTEL_METRICS_EXPORTER";
    private static final String NONE = "none";
    private static final List<String> DESTINATIONS =
            List.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT");
    private static final List<String> OF_TRACES =
            List.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_TRACES_EXPORTER");

    private MetricSettings() {}

    static boolean wanted(Settings settings) {
        Map<String, String> given = settings.startingWith("OTEL_");
        if (Boolean.parseBoolean(
                given.getOrDefault("OTEL_SDK_DISABLED", "false").strip())) {
            return false;
        }
        return exporter(given)
                .map(exporter -> !exporter.equals(NONE))
                .orElseGet(() -> DESTINATIONS.stream().anyMatch(given::containsKey));
    }

    /** What is to be added to the properties for traces. */
    public static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        if (wanted(settings)) {
            Map<String, String> given = settings.startingWith("OTEL_");
            properties.put("otel.metrics.exporter", exporter(given).orElse("otlp"));
            if (OF_TRACES.stream().noneMatch(given::containsKey)) {
                properties.put("otel.sdk.disabled", "false");
                properties.put("otel.traces.exporter", NONE);
            }
        }
        return properties;
    }

    private static Optional<String> exporter(Map<String, String> given) {
        return Optional.ofNullable(given.get(EXPORTER)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
