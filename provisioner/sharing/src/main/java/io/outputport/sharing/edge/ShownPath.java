package io.outputport.sharing.edge;

import io.micronaut.http.HttpRequest;
import io.outputport.foundation.outcome.Masking;

/** A request's path as a log may hold it: a signed address of a file is a key to it. */
final class ShownPath {
    private static final String FILES = "/files/";

    private ShownPath() {}

    static String of(HttpRequest<?> request) {
        String path = request.getPath();
        return path.startsWith(FILES) ? FILES + "…" : Masking.inOneLine(path);
    }
}
