package io.outputport.foundation.telemetry;

import io.outputport.foundation.outcome.Redaction;
import io.outputport.foundation.settings.Settings;
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

    private static final String TRACE_ONLY = IncomingB3.NAME + ",tracecontext";

    private TraceSettings() {}

    public static Map<String, Object> properties(Settings settings) {
        Map<String, String> given = settings.startingWith("OTEL_");
        Map<String, Object> properties = new HashMap<>();
        properties.put("otel.traces.exporter", "otlp");
        // W3C both ways and B3 inwards; OTEL_PROPAGATORS says it otherwise. Baggage is whatever a caller wrote: it goes
        // to
        // other systems only where that is asked for.
        properties.put("otel.propagators", TRACE_ONLY);
        given.forEach(
                (name, value) -> properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value.strip()));
        if (DESTINATIONS.stream().noneMatch(given::containsKey)) {
            properties.put("otel.sdk.disabled", "true");
            properties.put("otel.propagators", TRACE_ONLY);
        }
        learnHeaders(given, settings.redaction());
        // Metrics leave through Micrometer, logs through standard error.
        properties.put("otel.metrics.exporter", "none");
        properties.put("otel.logs.exporter", "none");
        return properties;
    }

    /** What a collector wants to see is its caller's password. */
    private static void learnHeaders(Map<String, String> given, Redaction redaction) {
        given.forEach((name, headers) -> {
            if (name.endsWith("_HEADERS")) {
                for (String header : headers.split(",")) {
                    redaction.learn(header.substring(header.indexOf('=') + 1).strip());
                }
            }
        });
    }
}
