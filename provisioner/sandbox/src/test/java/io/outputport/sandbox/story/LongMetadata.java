package io.outputport.sandbox.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * As much of Hasura as a writer needs, with a metadata document of 50 MB: the sandbox's engine would build a schema of it.
 * Takes what is written as it is.
 */
final class LongMetadata implements AutoCloseable {
    private static final String BEFORE_METADATA = ",\"metadata\":";
    /** A number that no floating point holds, a key that nobody knows, and white space that nobody else would write. */
    private static final String TABLE = """
            {"table":{"schema":"public","name":"t%05d"},"unknown" : [1.50, 123456789012345678901234567890, "\\u00e9\\/"],
             "configuration":{"custom_name":"theirs_%05d","comment":"%s"},"select_permissions":[{"role":"reader","permission":
             {"columns":["a"],"filter":{}}}]}""";

    private final HttpServer server;
    private volatile byte[] metadata;
    private volatile int version = 1;

    private LongMetadata(HttpServer server, byte[] metadata) {
        this.server = server;
        this.metadata = metadata;
    }

    static LongMetadata start(int tables, int bytesEach) throws IOException {
        StringBuilder text = new StringBuilder(
                "{\"version\":3, \"sources\" : [ {\"name\":\"default\",\"kind\":\"postgres\",\"tables\":[");
        String comment = "x".repeat(Math.max(0, bytesEach - TABLE.length()));
        for (int table = 0; table < tables; table++) {
            text.append(table == 0 ? "" : " , ").append(TABLE.formatted(table, table, comment));
        }
        text.append("],\"configuration\":{\"connection_info\":{}}} ], \"unknown\":{\"big\":1e400}}");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        LongMetadata hasura = new LongMetadata(server, text.toString().getBytes(StandardCharsets.UTF_8));
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/v1/metadata", hasura::answer);
        server.createContext("/v1/graphql", exchange -> send(exchange, """
                {"errors":[{"message":"not for you","extensions":{"path":"$","code":"validation-failed"}}]}"""));
        server.start();
        return hasura;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    byte[] metadata() {
        return metadata;
    }

    /** Where the document holds these bytes, if it does. */
    static Optional<Integer> find(byte[] text, byte[] part) {
        for (int at = 0; at <= text.length - part.length; at++) {
            if (text[at] == part[0] && Arrays.equals(text, at, at + part.length, part, 0, part.length)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String start = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8);
        if (start.contains("export_metadata")) {
            export(exchange);
        } else if (start.contains("replace_metadata")) {
            int begin = start.indexOf("\"metadata\":") + "\"metadata\":".length();
            metadata = Arrays.copyOfRange(body, begin, body.length - 2);
            version++;
            send(exchange, "{\"is_consistent\":true,\"inconsistent_objects\":[]}");
        } else if (start.contains("get_table_info")) {
            send(exchange, "null");
        } else if (start.contains("reload_metadata")) {
            send(exchange, "{\"message\":\"success\",\"is_consistent\":true,\"inconsistent_objects\":[]}");
        } else {
            send(exchange, "{\"is_consistent\":true,\"inconsistent_objects\":[]}");
        }
    }

    private void export(HttpExchange exchange) throws IOException {
        byte[] head = ("{\"resource_version\":" + version + BEFORE_METADATA).getBytes(StandardCharsets.UTF_8);
        byte[] now = metadata;
        try (exchange) {
            exchange.sendResponseHeaders(200, head.length + now.length + 1L);
            exchange.getResponseBody().write(head);
            exchange.getResponseBody().write(now);
            exchange.getResponseBody().write('}');
        }
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
