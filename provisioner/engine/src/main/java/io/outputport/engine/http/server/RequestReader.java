package io.outputport.engine.http.server;

import com.sun.net.httpserver.HttpExchange;
import io.outputport.engine.http.PercentCode;
import io.outputport.engine.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads a request to its end, but no more of it than the limit. */
record RequestReader(int maxBodyBytes) {

    /** Empty when the body, unzipped, is longer than the limit. */
    Optional<Request> read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = headers(exchange);
        byte[] body;
        try (InputStream in = unzipped(exchange.getRequestBody(), headers)) {
            body = in.readNBytes(maxBodyBytes + 1);
        }
        if (body.length > maxBodyBytes) {
            return Optional.empty();
        }
        String text = new String(body, StandardCharsets.UTF_8);
        String rawQuery = exchange.getRequestURI().getRawQuery();
        return Optional.of(new Request(
                exchange.getRequestMethod(),
                PercentCode.decode(exchange.getRequestURI().getRawPath()),
                Map.of(),
                rawQuery == null ? Map.of() : PercentCode.parameters(rawQuery),
                headers,
                text,
                Arrays.equals(body, text.getBytes(StandardCharsets.UTF_8))));
    }

    private static InputStream unzipped(InputStream in, Map<String, String> headers) throws IOException {
        return "gzip".equalsIgnoreCase(headers.getOrDefault("content-encoding", "")) ? new GZIPInputStream(in) : in;
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }
}
