package io.outputport.sharing.admin.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.outputport.foundation.caller.AccessSettings;
import io.outputport.foundation.caller.Callers;
import io.outputport.foundation.caller.identity.Identity;
import io.outputport.foundation.caller.identity.Role;
import io.outputport.sharing.edge.DatabaseAway;
import io.outputport.sharing.edge.ErrorCode;
import io.outputport.sharing.edge.RoutePath;
import java.util.Optional;

/**
 * Who may call the admin API: the callers of the settings. While there are none, only programs on this machine, and no page
 * in a browser and no proxy, which could be anybody.
 */
@ServerFilter("/**")
public final class AdminFilter {
    public static final String CALLER = "sharing.caller";
    private static final String CHALLENGE = "Bearer realm=\"sharing-admin\"";

    private final AccessSettings access;
    private final Optional<Callers> callers;

    AdminFilter(AccessSettings access, Optional<Callers> callers) {
        this.access = access;
        this.callers = callers;
    }

    /** May ask the identity provider for its keys, so not on the thread of the connections. */
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        boolean metrics = access.metrics() && RoutePath.isBelow(request, "/prometheus");
        if (!metrics && !RoutePath.isBelow(request, "/admin")) {
            return null;
        }
        boolean looks = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        Role needed = looks ? Role.READ : Role.WRITE;
        return callers.map(there -> refusal(request, there.of(request), needed))
                .orElseGet(() -> OwnMachine.isCaller(request) ? Optional.empty() : Optional.of(closed()))
                .orElse(null);
    }

    private static Optional<HttpResponse<?>> refusal(HttpRequest<?> request, Identity identity, Role needed) {
        return identity.match(
                known -> {
                    request.setAttribute(CALLER, known.caller().name());
                    return refusal(known.caller().role(), needed);
                },
                refused -> Optional.of(ErrorCode.UNAUTHENTICATED
                        .answer(refused.reason())
                        .header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE)),
                () -> Optional.of(DatabaseAway.answer(
                        "Who calls cannot be told now: the identity provider's keys cannot be had.")));
    }

    private static Optional<HttpResponse<?>> refusal(Role held, Role needed) {
        return held.covers(needed)
                ? Optional.empty()
                : Optional.of(ErrorCode.PERMISSION_DENIED.answer(
                        "The caller is known, but does not hold the role that this call needs."));
    }

    private static HttpResponse<?> closed() {
        return ErrorCode.PERMISSION_DENIED.answer(
                "The admin API is open to programs on the server's own machine only, until the operator says who may"
                        + " call it: API_TOKENS_FILE, API_JWT_JWKS_URL or API_TLS_CLIENT_CA_FILE.");
    }
}
