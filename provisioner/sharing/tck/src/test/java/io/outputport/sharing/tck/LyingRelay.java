package io.outputport.sharing.tck;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Stands before a server and gets one thing of it wrong. */
final class LyingRelay implements AutoCloseable {
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "host", "upgrade", "transfer-encoding", "http2-settings", "date");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer relay;
    private final URI server;
    private final String token;
    private final Lie lie;

    private LyingRelay(HttpServer relay, URI server, String token, Lie lie) {
        this.relay = relay;
        this.server = server;
        this.token = token;
        this.lie = lie;
    }

    /** What it gets wrong, of what servers got wrong that people use. */
    enum Lie {
        A_FILE_IS_LOST("Metadata: size and number of files are those of the query"),
        A_REFUSAL_IS_A_500("Error: an unknown share is missing in every call"),
        THE_VERSION_IS_LEFT_OUT("Metadata: the version stands in a header over an empty body"),
        ALL_ARE_LET_IN("Error: without a token nobody is let in"),
        DELTA_IS_GIVEN_WHATEVER_IS_ASKED_FOR("Capability: who says nothing gets parquet"),
        AN_END_IS_GIVEN_UNASKED("Capability: who does not ask for an end is given none");

        final String found;

        Lie(String found) {
            this.found = found;
        }
    }

    /** @param token a good one, which it can put in */
    static LyingRelay before(URI server, String token, Lie lie) throws IOException {
        HttpServer relay = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LyingRelay lying = new LyingRelay(relay, server, token, lie);
        relay.createContext("/", lying::relay);
        relay.start();
        return lying;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + relay.getAddress().getPort());
    }

    private void relay(HttpExchange exchange) throws IOException {
        HttpResponse<byte[]> answer = asked(exchange);
        answer.headers().map().forEach((name, values) -> {
            boolean told = lie != Lie.THE_VERSION_IS_LEFT_OUT || !name.equalsIgnoreCase("Delta-Table-Version");
            if (told && !OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean query = exchange.getRequestURI().getPath().endsWith("/query") && answer.statusCode() == 200;
        byte[] body = query ? changed(answer.body()) : answer.body();
        boolean failing = lie == Lie.A_REFUSAL_IS_A_500 && answer.statusCode() >= 400;
        exchange.sendResponseHeaders(failing ? 500 : answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private byte[] changed(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        if (lie == Lie.A_FILE_IS_LOST && lines.size() > 2) {
            text = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
        }
        if (lie == Lie.AN_END_IS_GIVEN_UNASKED) {
            text += "{\"endStreamAction\":{}}\n";
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> asked(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                request.setHeader(name, values.get(0));
            }
        });
        if (lie == Lie.ALL_ARE_LET_IN) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (lie == Lie.DELTA_IS_GIVEN_WHATEVER_IS_ASKED_FOR) {
            request.setHeader("delta-sharing-capabilities", "responseformat=delta");
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        relay.stop(0);
    }
}
