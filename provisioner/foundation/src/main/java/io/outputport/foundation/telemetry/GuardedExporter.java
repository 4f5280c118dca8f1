package io.outputport.foundation.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.outputport.foundation.outcome.Redaction;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends spans without secrets, and says once when the collector is away and once when it is back. */
final class GuardedExporter implements SpanExporter {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedExporter.class);

    private final SpanExporter exporter;
    private final Redaction redaction;
    private final AtomicBoolean away = new AtomicBoolean();

    GuardedExporter(SpanExporter exporter, Redaction redaction) {
        this.exporter = exporter;
        this.redaction = redaction;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode sent = exporter.export(spans.stream()
                .<SpanData>map(span -> new RedactedSpan(span, redaction))
                .toList());
        return sent.whenComplete(() -> tell(sent.isSuccess()));
    }

    private void tell(boolean success) {
        if (success && away.compareAndSet(true, false)) {
            LOG.info("Traces are exported again.");
        } else if (!success && away.compareAndSet(false, true)) {
            LOG.warn("Traces cannot be exported: the collector that the OTEL_ variables name does not take them. The"
                    + " service goes on without; this is said once.");
        }
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
