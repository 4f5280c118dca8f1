package io.outputport.sandbox.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which handler answers which method and path. Immutable: each {@code on} gives new routes. */
public final class Routes {
    private final List<Route> routes;
    private final Handler otherwise;

    private Routes(List<Route> routes, Handler otherwise) {
        this.routes = List.copyOf(routes);
        this.otherwise = otherwise;
    }

    /** No routes yet; {@code otherwise} answers what none of them takes. */
    public static Routes otherwise(Handler otherwise) {
        return new Routes(List.of(), otherwise);
    }

    /**
     * Adds a route.
     *
     * @param template for example {@code /v1/roles/{role}}; a part in braces takes exactly one part of the path
     */
    public Routes on(String method, String template, Handler handler) {
        List<Route> more = new ArrayList<>(routes);
        more.add(new Route(method, List.of(template.split("/", -1)), handler));
        return new Routes(more, otherwise);
    }

    /** @param rawPath still percent-encoded, so that an encoded slash stays inside its part */
    Handler find(String method, String rawPath) {
        List<String> parts = List.of(rawPath.split("/", -1));
        for (Route route : routes) {
            Optional<Map<String, String>> found = route.match(method, parts);
            if (found.isPresent()) {
                return request -> route.handler().handle(request.with(found.get()));
            }
        }
        return otherwise;
    }

    private record Route(String method, List<String> template, Handler handler) {
        Optional<Map<String, String>> match(String asked, List<String> parts) {
            if (!method.equals(asked) || parts.size() != template.size()) {
                return Optional.empty();
            }
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < parts.size(); i++) {
                String expected = template.get(i);
                if (expected.startsWith("{")) {
                    variables.put(expected.substring(1, expected.length() - 1), PercentCode.decode(parts.get(i)));
                } else if (!expected.equals(PercentCode.decode(parts.get(i)))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }
}
