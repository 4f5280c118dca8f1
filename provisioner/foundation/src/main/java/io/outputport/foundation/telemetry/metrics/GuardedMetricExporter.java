package io.outputport.foundation.telemetry.metrics;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.MemoryMode;
import io.opentelemetry.sdk.metrics.Aggregation;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once when the collector is away and once when it is back. */
final class GuardedMetricExporter implements MetricExporter {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedMetricExporter.class);

    private final MetricExporter exporter;
    private final AtomicBoolean away = new AtomicBoolean();

    GuardedMetricExporter(MetricExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<MetricData> metrics) {
        CompletableResultCode sent = exporter.export(metrics);
        return sent.whenComplete(() -> tell(sent.isSuccess()));
    }

    private void tell(boolean success) {
        if (success && away.compareAndSet(true, false)) {
            LOG.info("Metrics are exported again.");
        } else if (!success && away.compareAndSet(false, true)) {
            LOG.warn("Metrics cannot be exported: the collector does not take them; OTEL_METRICS_EXPORTER=none switches"
                    + " them off. The service goes on without; this is said once.");
        }
    }

    @Override
    public Aggregation getDefaultAggregation(InstrumentType instrument) {
        return exporter.getDefaultAggregation(instrument);
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType instrument) {
        return exporter.getAggregationTemporality(instrument);
    }

    @Override
    public MemoryMode getMemoryMode() {
        return exporter.getMemoryMode();
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
