package io.outputport.foundation.telemetry.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.micrometer.v1_5.OpenTelemetryMeterRegistry;
import io.outputport.foundation.settings.Settings;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/** Lets all metrics, those of the framework too, go to the collector as well, if there is one. */
@Singleton
final class CollectorMetrics {
    CollectorMetrics(CompositeMeterRegistry metrics, OpenTelemetry telemetry, Settings settings) {
        if (MetricSettings.wanted(settings)) {
            metrics.add(bridge(telemetry));
        }
    }

    private static MeterRegistry bridge(OpenTelemetry telemetry) {
        return OpenTelemetryMeterRegistry.builder(telemetry)
                .setBaseTimeUnit(TimeUnit.SECONDS)
                .build();
    }
}
