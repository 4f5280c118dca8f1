package io.outputport.foundation.telemetry;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.tracing.opentelemetry.OpenTelemetryBuilderCustomizer;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SDK reads the process's environment by itself, and refuses to start for a variable that is set to nothing. Here an
 * {@code OTEL_*} variable counts only as {@link TraceSettings} has read it.
 */
@Singleton
final class OwnSettingsOnly implements OpenTelemetryBuilderCustomizer {
    private final Map<String, String> read;

    OwnSettingsOnly(
            @Property(name = "otel")
                    @MapFormat(transformation = MapFormat.MapTransformation.FLAT, keyFormat = StringConvention.RAW)
                    Map<String, String> read) {
        this.read = read;
    }

    @Override
    public void configure(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addPropertiesCustomizer(properties -> properties(System.getenv().keySet()));
    }

    /** A property without a value takes its default. */
    Map<String, @Nullable String> properties(Set<String> environment) {
        Map<String, @Nullable String> properties = new HashMap<>();
        environment.stream()
                .filter(name -> name.startsWith("OTEL_"))
                .forEach(name -> properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), null));
        read.forEach((name, value) -> properties.put("otel." + name, value));
        return properties;
    }
}
