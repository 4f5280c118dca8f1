package io.outputport.foundation.telemetry.metrics;

import io.micronaut.core.annotation.NonNull;
import io.micronaut.tracing.opentelemetry.OpenTelemetryBuilderCustomizer;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import jakarta.inject.Singleton;

/** Puts one word when the collector is away before the exporter that the variables choose. */
@Singleton
final class MetricExport implements OpenTelemetryBuilderCustomizer {
    @Override
    public void configure(@NonNull AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.addMetricExporterCustomizer((exporter, config) -> new GuardedMetricExporter(exporter));
    }
}
