package io.outputport.sharing.edge;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import java.util.stream.Stream;

/** Which part of the server a request is for, as its router has understood it: a path can be written in several ways. */
public final class RoutePath {
    private RoutePath() {}

    /** @param part for example {@code /admin} */
    public static boolean isBelow(HttpRequest<?> request, String part) {
        return Stream.concat(BasicHttpAttributes.getUriTemplate(request).stream(), Stream.of(request.getPath()))
                .anyMatch(path -> path.equals(part) || path.startsWith(part + "/"));
    }
}
