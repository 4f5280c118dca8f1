package io.outputport.foundation.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.outputport.foundation.outcome.Redaction;
import java.util.List;

/** A finished span, every text of it without secrets. */
final class RedactedSpan extends DelegatingSpanData {
    private final Redaction redaction;

    RedactedSpan(SpanData span, Redaction redaction) {
        super(span);
        this.redaction = redaction;
    }

    @Override
    public String getName() {
        return redaction.clean(super.getName());
    }

    @Override
    public Attributes getAttributes() {
        return clean(super.getAttributes());
    }

    @Override
    public List<EventData> getEvents() {
        return super.getEvents().stream()
                .map(event -> EventData.create(
                        event.getEpochNanos(),
                        redaction.clean(event.getName()),
                        clean(event.getAttributes()),
                        event.getTotalAttributeCount()))
                .toList();
    }

    @Override
    public StatusData getStatus() {
        StatusData status = super.getStatus();
        return StatusData.create(status.getStatusCode(), redaction.clean(status.getDescription()));
    }

    private Attributes clean(Attributes attributes) {
        AttributesBuilder clean = attributes.toBuilder();
        attributes.forEach((key, value) -> {
            if (key.getType() == AttributeType.STRING) {
                clean.put(AttributeKey.stringKey(key.getKey()), redaction.clean((String) value));
            } else if (key.getType() == AttributeType.STRING_ARRAY) {
                clean.put(
                        AttributeKey.stringArrayKey(key.getKey()),
                        ((List<?>) value)
                                .stream()
                                        .map(text -> redaction.clean((String) text))
                                        .toList());
            }
        });
        return clean.build();
    }
}
