package io.outputport.sharing.authentication;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.sharing.audit.Audit;
import io.outputport.sharing.audit.AuditAction;
import io.outputport.sharing.audit.AuditEvent;
import io.outputport.sharing.edge.DatabaseAway;
import io.outputport.sharing.edge.ErrorCode;
import io.outputport.sharing.edge.RoutePath;
import io.outputport.sharing.recipient.Principal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets a call of the protocol through with its {@link Principal}, or answers it. A token that was somebody's and is not any
 * more is told to the audit; what was nobody's is not, since anybody could fill it so.
 */
@ServerFilter("/**")
final class AuthenticationFilter {
    private static final String PROTOCOL = "/delta-sharing";
    private static final String CHALLENGE = "Bearer realm=\"delta-sharing\"";

    private final Authentication authentication;
    private final ClientAddress addresses;
    private final CallOrigin origins;
    private final Audit audit;
    private final InstantSource clock;

    AuthenticationFilter(
            Authentication authentication,
            ClientAddress addresses,
            CallOrigin origins,
            Audit audit,
            InstantSource clock) {
        this.authentication = authentication;
        this.addresses = addresses;
        this.origins = origins;
        this.audit = audit;
        this.clock = clock;
    }

    /** Asks the database, so not on the thread of the connections. */
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        if (!RoutePath.isBelow(request, PROTOCOL)) {
            return null;
        }
        Optional<String> header = Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
        Authenticated who = authentication.of(Authentication.bearer(header), addresses.of(request));
        if (who instanceof Authenticated.As as) {
            request.setAttribute(Principal.class.getName(), as.principal());
            return null;
        }
        if (who instanceof Authenticated.Elsewhere elsewhere) {
            tell(request, elsewhere.principal(), ErrorCode.PERMISSION_DENIED);
            return ErrorCode.PERMISSION_DENIED.answer("The recipient may not call from this address.");
        }
        if (who instanceof Authenticated.Refused refused) {
            refused.known().ifPresent(known -> tell(request, known, ErrorCode.UNAUTHENTICATED));
            return unauthenticated();
        }
        return DatabaseAway.answer("Who calls cannot be told now: the identity provider's keys cannot be had.");
    }

    /** The same whatever the reason: nobody learns which tokens there were. */
    private static HttpResponse<?> unauthenticated() {
        return ErrorCode.UNAUTHENTICATED
                .answer("The bearer token is missing, not known, or no longer valid.")
                .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }

    private void tell(HttpRequest<?> request, Principal principal, ErrorCode code) {
        audit.record(new AuditEvent(
                clock.instant(),
                AuditAction.SIGN_IN,
                origins.of(request, CallOrigin.actor(principal)),
                AuditEvent.Subject.nothing(),
                new AuditEvent.Ending(
                        code.status().getCode(), Optional.of(code.name()), Duration.ZERO, Optional.empty())));
    }
}
