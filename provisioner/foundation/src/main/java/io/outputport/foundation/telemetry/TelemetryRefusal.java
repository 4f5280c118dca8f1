package io.outputport.foundation.telemetry;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the telemetry SDK does not accept, told by the name of its variable. The SDK's own sentence repeats the value, which
 * may be the key of a collector.
 */
public final class TelemetryRefusal {
    private static final String SDK = "io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder";
    private static final Map<String, String> FORMS = Map.of(
            "HEADERS", "; write name=value, several separated by commas",
            "ATTRIBUTES", "; write name=value, several separated by commas",
            "ENDPOINT", "; write an address such as http://collector:4318",
            "PROTOCOL", "; write grpc or http/protobuf",
            "SAMPLER", "; write for example parentbased_traceidratio");

    private TelemetryRefusal() {}

    /** Empty when the failure comes from somewhere else. */
    public static Optional<SettingsException> in(Throwable failure, Settings settings) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .filter(TelemetryRefusal::isOfSdk)
                .reduce((outer, inner) -> inner)
                .map(cause -> new SettingsException(sentence(cause, settings)));
    }

    private static boolean isOfSdk(Throwable cause) {
        boolean framework = cause.getClass().getName().startsWith("io.micronaut.");
        return !framework
                && Stream.of(cause.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(SDK));
    }

    private static String sentence(Throwable cause, Settings settings) {
        List<String> given = List.copyOf(settings.startingWith("OTEL_").keySet());
        String words = String.valueOf(cause.getMessage());
        List<String> named = given.stream().filter(name -> isIn(words, name)).toList();
        List<String> suspects = named.isEmpty() ? given : named.subList(named.size() - 1, named.size());
        String which = suspects.size() == 1 ? suspects.get(0) : "one of " + String.join(", ", suspects);
        return "OpenTelemetry does not accept the value of " + which + form(suspects) + ".";
    }

    private static boolean isIn(String words, String name) {
        String property = name.toLowerCase(java.util.Locale.ROOT).replace('_', '.');
        return words.matches("(?s).*\\b" + java.util.regex.Pattern.quote(property) + "(?![.\\w]).*");
    }

    private static String form(List<String> suspects) {
        String name = suspects.size() == 1 ? suspects.get(0) : "";
        return FORMS.getOrDefault(name.substring(name.lastIndexOf('_') + 1), "");
    }
}
