package io.outputport.provisioner.api.edge;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.outputport.foundation.caller.AccessSettings;
import io.outputport.foundation.caller.identity.Role;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.api.arrival.BasePath;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;

/** What a request needs. Whatever is not named here needs most: a path that is added later is closed at first. */
@Singleton
final class ApiPaths {
    private static final Set<String> LOOKS =
            Set.of("/v1/validate", "/v2/validate", "/v1/plan", "/v1/reverse-provisioning");
    /** Probes bring no credentials, and the pages tell what this repository tells. */
    private static final Set<String> OPEN = Set.of("/health", "/info", "/docs", "/console");

    private final String basePath;
    private final boolean metricsClosed;

    ApiPaths(Settings settings, AccessSettings access) {
        this.basePath = BasePath.from(settings).path();
        this.metricsClosed = access.metrics();
    }

    /** Empty: whoever asks. */
    Optional<Role> needed(HttpRequest<?> request) {
        String path = path(request);
        boolean looks = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        if (looks && isOpen(path)) {
            return Optional.empty();
        }
        boolean asks = request.getMethod() == HttpMethod.POST && LOOKS.contains(path);
        return Optional.of(looks || asks ? Role.READ : Role.WRITE);
    }

    /** Below the base path. */
    String path(HttpRequest<?> request) {
        String path = request.getPath();
        return path.startsWith(basePath) ? path.substring(basePath.length()) : path;
    }

    private boolean isOpen(String path) {
        // Of a path that says something else to another reader, nothing is open.
        if (path.contains("..") || path.contains("//") || path.contains("%") || path.contains(";")) {
            return false;
        }
        boolean metrics = !metricsClosed && path.equals("/prometheus");
        return metrics || OPEN.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"));
    }
}
