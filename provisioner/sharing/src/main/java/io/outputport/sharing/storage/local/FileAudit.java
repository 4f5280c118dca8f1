package io.outputport.sharing.storage.local;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.outputport.foundation.outcome.Quote;
import io.outputport.sharing.audit.Audit;
import io.outputport.sharing.audit.AuditAction;
import io.outputport.sharing.audit.AuditEvent;
import io.outputport.sharing.authentication.CallOrigin;
import io.outputport.sharing.storage.Lease;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Keeps who fetched a file, before its first byte leaves. */
@Singleton
final class FileAudit {
    private static final int LONGEST = 200;

    private final Audit audit;
    private final CallOrigin origins;
    private final InstantSource clock;

    FileAudit(Audit audit, CallOrigin origins, InstantSource clock) {
        this.audit = audit;
        this.origins = origins;
        this.clock = clock;
    }

    void keep(HttpRequest<?> request, FileTicket ticket, HttpResponse<?> response) {
        Instant now = clock.instant();
        AuditEvent.Subject subject = AuditEvent.Subject.nothing()
                .with("share " + ticket.right().share() + ", " + ticket.storage() + "/"
                        + Quote.of(ticket.path().value(), LONGEST));
        audit.record(new AuditEvent(
                now,
                AuditAction.FILE,
                origin(request, ticket),
                subject,
                new AuditEvent.Ending(response.code(), Optional.empty(), Duration.ZERO, Optional.empty())));
    }

    private AuditEvent.Origin origin(HttpRequest<?> request, FileTicket ticket) {
        Lease.Right right = ticket.right();
        String name = "recipient " + right.recipient();
        return origins.of(
                request, new AuditEvent.Actor(name, Optional.of(right.recipient()), Optional.of(right.credential())));
    }
}
