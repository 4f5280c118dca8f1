package io.outputport.provisioner.api.console;

import io.micronaut.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file as it goes to a browser: packed once, not for each request.
 *
 * @param tag another one for every other content
 */
record ConsoleFile(MediaType type, byte[] content, byte[] packed, String tag) {
    private static final Map<String, MediaType> TYPES = Map.of(
            "html", new MediaType("text/html; charset=utf-8"),
            "js", new MediaType("text/javascript; charset=utf-8"),
            "css", new MediaType("text/css; charset=utf-8"),
            "svg", new MediaType("image/svg+xml"));
    private static final int TAG_LENGTH = 32;

    /** @param name tells the type by its ending, which must be one of those that are served */
    static ConsoleFile of(String name, byte[] content) {
        MediaType type =
                TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), MediaType.APPLICATION_OCTET_STREAM_TYPE);
        return new ConsoleFile(type, content, pack(content), '"' + hash(content) + '"');
    }

    private static byte[] pack(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new BestGzip(packed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return packed.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, TAG_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Packed once and sent often, so the best is worth its time. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
