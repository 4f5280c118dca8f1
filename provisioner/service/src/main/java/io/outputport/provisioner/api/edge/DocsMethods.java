package io.outputport.provisioner.api.edge;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Set;

/** The pages below {@code /docs} are there to be read; the server itself would answer any other method with the page. */
@ServerFilter("/**")
final class DocsMethods {
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ApiPaths paths;

    DocsMethods(ApiPaths paths) {
        this.paths = paths;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> check(HttpRequest<?> request) {
        String path = paths.path(request);
        boolean docs = path.equals("/docs") || path.startsWith("/docs/");
        if (!docs || READING.contains(request.getMethod())) {
            return null;
        }
        return EdgeErrors.method(request).response().header(HttpHeaders.ALLOW, "GET, HEAD");
    }
}
