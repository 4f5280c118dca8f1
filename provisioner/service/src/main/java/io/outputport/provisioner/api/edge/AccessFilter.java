package io.outputport.provisioner.api.edge;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
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
import java.util.Optional;

/** Lets a request through to its controller, or answers it. Not there while nothing is to be checked. */
@ServerFilter("/**")
@Requires(property = AccessSettings.ON)
final class AccessFilter {
    private final ApiPaths paths;
    private final Callers callers;

    AccessFilter(ApiPaths paths, Callers callers) {
        this.paths = paths;
        this.callers = callers;
    }

    /** May ask the identity provider for its keys, so not on the thread of the connections. */
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        return paths.needed(request)
                .<HttpResponse<?>>flatMap(needed -> refusal(request, needed))
                .orElse(null);
    }

    private Optional<HttpResponse<?>> refusal(HttpRequest<?> request, Role needed) {
        Identity identity = callers.of(request);
        return identity.match(
                known -> {
                    Audit.isBy(request, known.caller());
                    return refusal(known.caller().role(), needed);
                },
                refused -> Optional.of(AccessRefusals.unauthorized(refused.reason())),
                () -> Optional.of(AccessRefusals.unavailable()));
    }

    private static Optional<HttpResponse<?>> refusal(Role held, Role needed) {
        return held.covers(needed) ? Optional.empty() : Optional.of(AccessRefusals.forbidden(held));
    }
}
