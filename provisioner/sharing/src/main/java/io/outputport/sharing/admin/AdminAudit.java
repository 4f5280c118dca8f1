package io.outputport.sharing.admin;

import io.micronaut.http.HttpRequest;
import io.outputport.sharing.admin.access.AdminFilter;
import io.outputport.sharing.audit.Audit;
import io.outputport.sharing.audit.AuditAction;
import io.outputport.sharing.audit.AuditEvent;
import io.outputport.sharing.authentication.CallOrigin;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Tells the audit what an operator has changed, before the operator is told. */
@Singleton
final class AdminAudit {
    private static final String SOMEBODY_HERE = "operator on the server's machine";

    private final Audit audit;
    private final CallOrigin origins;
    private final InstantSource clock;

    AdminAudit(Audit audit, CallOrigin origins, InstantSource clock) {
        this.audit = audit;
        this.origins = origins;
        this.clock = clock;
    }

    /** @param done in a few words; no token and no code */
    void tell(HttpRequest<?> request, Optional<String> share, String done) {
        String caller = request.getAttribute(AdminFilter.CALLER, String.class).orElse(SOMEBODY_HERE);
        AuditEvent.Subject subject = share.map(AuditEvent.Subject::share)
                .orElseGet(AuditEvent.Subject::nothing)
                .with(done);
        audit.record(new AuditEvent(
                clock.instant(),
                AuditAction.ADMINISTRATION,
                origins.of(request, CallOrigin.named(caller)),
                subject,
                new AuditEvent.Ending(200, Optional.empty(), Duration.ZERO, Optional.empty())));
    }
}
