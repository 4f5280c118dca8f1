package io.outputport.foundation.telemetry;

import io.micronaut.core.annotation.NonNull;
import io.micronaut.tracing.opentelemetry.OpenTelemetryBuilderCustomizer;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.outputport.foundation.settings.Settings;
import jakarta.inject.Singleton;

/** Puts the redaction, and one word when the collector is away, before the exporter that the variables choose. */
@Singleton
final class SpanRedaction implements OpenTelemetryBuilderCustomizer {
    private final Settings settings;

    SpanRedaction(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void configure(@NonNull AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addSpanExporterCustomizer((exporter, config) -> new GuardedExporter(exporter, settings.redaction()));
    }
}
