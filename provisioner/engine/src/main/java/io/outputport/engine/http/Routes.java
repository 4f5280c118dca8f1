package io.outputport.engine.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which handler answers which method and path. Immutable: each {@code on} gives new routes. */
public final class Routes {
    private final List<Route> routes;
    private final Handler otherwise;
    private final boolean slashesSplit;

    private Routes(List<Route> routes, Handler otherwise, boolean slashesSplit) {
        this.routes = List.copyOf(routes);
        this.otherwise = otherwise;
        this.slashesSplit = slashesSplit;
    }

    /** No routes yet; {@code otherwise} answers what none of them takes. */
    public static Routes otherwise(Handler otherwise) {
        return new Routes(List.of(), otherwise, false);
    }

    /** The same for a framework that decodes a path before it takes it apart: an encoded slash is a slash there. */
    public Routes withEncodedSlashesSplit() {
        return new Routes(routes, otherwise, true);
    }

    /**
     * Adds a route.
     *
     * @param template for example {@code /v1/roles/{role}}; a part in braces takes exactly one part of the path that is
     *     not empty
     */
    public Routes on(String method, String template, Handler handler) {
        List<Route> more = new ArrayList<>(routes);
        more.add(new Route(method, List.of(template.split("/", -1)), handler));
        return new Routes(more, otherwise, slashesSplit);
    }

    /** @param rawPath still percent-encoded, so that an encoded slash can stay inside its part */
    public Handler find(String method, String rawPath) {
        List<String> parts = slashesSplit
                ? List.of(PercentCode.decode(rawPath).split("/", -1))
                : Arrays.stream(rawPath.split("/", -1)).map(PercentCode::decode).toList();
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
                if (expected.startsWith("{") && !parts.get(i).isEmpty()) {
                    variables.put(expected.substring(1, expected.length() - 1), parts.get(i));
                } else if (!expected.equals(parts.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(variables);
        }
    }
}
