package io.outputport.sharing.storage.s3;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a bucket's objects are had.
 *
 * @param pathStyle whether the bucket's name stands in the path, and not in front of the host
 */
record BucketAddress(URI endpoint, String bucket, boolean pathStyle) {
    private static final String HEX = "0123456789ABCDEF";
    private static final int NIBBLE = 4;
    private static final int LOW = 0xf;

    /** As it stands in the header: a port that the scheme means anyway is left out. */
    String host() {
        String host = pathStyle ? endpoint.getHost() : bucket + "." + endpoint.getHost();
        boolean usual = endpoint.getPort() < 0 || endpoint.getPort() == usualPort();
        return (usual ? host : host + ":" + endpoint.getPort()).toLowerCase(Locale.ROOT);
    }

    private int usualPort() {
        return endpoint.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    String origin() {
        return endpoint.getScheme().toLowerCase(Locale.ROOT) + "://" + host();
    }

    /** What stands before every key. */
    String path() {
        return endpoint.getRawPath() + (pathStyle ? "/" + bucket + "/" : "/");
    }

    /** A key as a path holds it, and as it is signed: slashes stay, and what RFC 3986 does not reserve. */
    static String escaped(String key) {
        return escaped(key, '/');
    }

    /** A value as a query holds it. */
    static String escapedValue(String value) {
        return escaped(value, '~');
    }

    private static String escaped(String text, char staying) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xff);
            if (isUnreserved(character) || character == staying) {
                escaped.append(character);
            } else {
                escaped.append('%').append(HEX.charAt(character >> NIBBLE)).append(HEX.charAt(character & LOW));
            }
        }
        return escaped.toString();
    }

    private static boolean isUnreserved(char character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || character == '-'
                || character == '.'
                || character == '_'
                || character == '~';
    }
}
