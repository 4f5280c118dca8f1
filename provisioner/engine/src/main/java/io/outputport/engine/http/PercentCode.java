package io.outputport.engine.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Percent-encoding of paths and query parameters. */
public final class PercentCode {
    private PercentCode() {}

    /** One part of a path. A plus sign is a plus sign there; a broken code is left as it stands. */
    public static String decode(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return part;
        }
    }

    /** The first value of each parameter. */
    public static Map<String, String> parameters(String rawQuery) {
        Map<String, String> found = new HashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            found.putIfAbsent(decode(name), decode(value.replace('+', ' ')));
        }
        return found;
    }
}
