package io.outputport.provisioner.api.edge;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Headers that keep a browser from guessing, storing and telling others. What a page needs beyond that it adds itself. */
@ServerFilter("/**")
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SafeHeaders {
    private final ApiPaths paths;

    SafeHeaders(ApiPaths paths) {
        this.paths = paths;
    }

    @ResponseFilter
    void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "no-referrer");
        String path = paths.path(request);
        if (!path.startsWith("/docs") && !path.startsWith("/console")) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
