package io.outputport.sharing.storage.local;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.outputport.foundation.caller.Callers;
import io.outputport.foundation.outcome.Quote;
import io.outputport.sharing.audit.Audit;
import io.outputport.sharing.audit.AuditAction;
import io.outputport.sharing.audit.AuditEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps who fetched a file, before its first byte leaves. */
@Singleton
final class FileAudit {
    private static final int LONGEST = 200;

    private final Audit audit;
    private final Clock clock;

    FileAudit(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    void keep(HttpRequest<?> request, FileTicket ticket, HttpResponse<?> response) {
        Instant now = clock.instant();
        AuditEvent.Subject subject = AuditEvent.Subject.nothing()
                .with("share " + ticket.share() + ", " + ticket.storage() + "/"
                        + Quote.of(ticket.path().value(), LONGEST));
        audit.record(new AuditEvent(
                now,
                AuditAction.FILE,
                origin(request, ticket),
                subject,
                new AuditEvent.Ending(response.code(), Optional.empty(), Duration.ZERO, Optional.empty())));
    }

    private static AuditEvent.Origin origin(HttpRequest<?> request, FileTicket ticket) {
        AuditEvent.Actor actor = new AuditEvent.Actor(
                ticket.recipient().toString(), Optional.of(ticket.recipient()), Optional.of(ticket.credential()));
        SpanContext span = Span.current().getSpanContext();
        return new AuditEvent.Origin(
                actor,
                Callers.address(request),
                Quote.of(request.getHeaders().findFirst("User-Agent").orElse(""), LONGEST),
                Optional.of(span.getTraceId()).filter(id -> span.isValid()));
    }
}
