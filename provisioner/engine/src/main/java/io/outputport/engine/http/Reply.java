package io.outputport.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What is sent back.
 *
 * @param body read-only
 */
public record Reply(int status, Map<String, String> headers, ByteBuffer body) {
    public Reply {
        headers = Map.copyOf(headers);
        body = body.asReadOnlyBuffer();
    }

    public Reply(int status, Map<String, String> headers, String body) {
        this(status, headers, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Each caller reads it from the start. */
    @Override
    public ByteBuffer body() {
        return body.duplicate();
    }

    public static Reply bytes(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), ByteBuffer.wrap(body.clone()));
    }

    public static Reply json(int status, JsonNode body) {
        return of(status, "application/json; charset=utf-8", body.toString());
    }

    public static Reply text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body);
    }

    public static Reply html(int status, String body) {
        return of(status, "text/html", body);
    }

    public Reply header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }

    private static Reply of(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body);
    }
}
