package io.outputport.sharing.authentication;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.outputport.sharing.audit.AuditEvent.Actor;
import io.outputport.sharing.audit.AuditEvent.Origin;
import io.outputport.sharing.recipient.Principal;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Where a call came from, for the audit. */
@Singleton
public final class CallOrigin {
    private static final String NOBODY = "anonymous";

    private final ClientAddress addresses;

    CallOrigin(ClientAddress addresses) {
        this.addresses = addresses;
    }

    /** By whom the authentication has found it to be. */
    public Origin of(HttpRequest<?> request) {
        return of(request, principal(request).map(CallOrigin::actor).orElseGet(() -> named(NOBODY)));
    }

    public Origin of(HttpRequest<?> request, Actor actor) {
        SpanContext span = Span.current().getSpanContext();
        return new Origin(
                actor,
                addresses.of(request).getHostAddress(),
                Optional.ofNullable(request.getHeaders().get(HttpHeaders.USER_AGENT))
                        .orElse(""),
                span.isValid() ? Optional.of(span.getTraceId()) : Optional.empty());
    }

    public static Optional<Principal> principal(HttpRequest<?> request) {
        return request.getAttribute(Principal.class.getName(), Principal.class);
    }

    public static Actor actor(Principal principal) {
        return new Actor(
                principal.name(),
                Optional.of(principal.recipient()),
                Optional.of(principal.credential().id()));
    }

    public static Actor named(String name) {
        return new Actor(name, Optional.empty(), Optional.empty());
    }
}
