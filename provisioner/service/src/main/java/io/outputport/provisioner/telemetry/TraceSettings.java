package io.outputport.provisioner.telemetry;

import io.outputport.provisioner.settings.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * OpenTelemetry's own variables, {@code OTEL_*}, as properties of the SDK. Traces are off until one of them says where
 * they go; then nothing is recorded, and no exporter looks for a collector that is not there.
 */
public final class TraceSettings {
    private static final List<String> DESTINATIONS =
            List.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_TRACES_EXPORTER");

    private TraceSettings() {}

    public static Map<String, Object> properties(Settings settings) {
        Map<String, String> given = settings.startingWith("OTEL_");
        Map<String, Object> properties = new HashMap<>();
        properties.put("otel.traces.exporter", "otlp");
        // W3C both ways and B3 inwards; OTEL_PROPAGATORS says it otherwise.
        properties.put("otel.propagators", IncomingB3.NAME + ",tracecontext,baggage");
        given.forEach(
                (name, value) -> properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value.strip()));
        if (DESTINATIONS.stream().noneMatch(given::containsKey)) {
            properties.put("otel.sdk.disabled", "true");
        }
        // Metrics leave through Micrometer, logs through standard error.
        properties.put("otel.metrics.exporter", "none");
        properties.put("otel.logs.exporter", "none");
        return properties;
    }
}
