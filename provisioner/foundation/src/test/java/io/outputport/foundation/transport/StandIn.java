package io.outputport.foundation.transport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A system over real HTTP that answers as a test says and remembers what it was asked. */
public final class StandIn implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /**
     * @param path as it came, percent signs and all
     * @param query the same; empty where there is none
     */
    public record Request(String method, String path, String query, Map<String, List<String>> headers, String body) {}

    /**
     * @param sentBytes how much of the body is sent before the answer stalls for good; negative for all of it
     */
    public record Answer(int status, Map<String, String> headers, String body, int sentBytes) {
        private static final int NOT_EVEN_HEADERS = Integer.MAX_VALUE;

        public static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body, -1);
        }

        /** Takes the request and never says anything. */
        public static Answer silence() {
            return new Answer(200, Map.of(), "", NOT_EVEN_HEADERS);
        }

        public Answer with(String header, String value) {
            return new Answer(status, Map.of(header, value), body, sentBytes);
        }

        public Answer stallingAfter(int bytes) {
            return new Answer(status, headers, body, bytes);
        }
    }

    public StandIn(Function<Request, Answer> behaviour) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, behaviour));
        server.start();
    }

    public static StandIn answering(int status, String body) {
        return new StandIn(request -> Answer.of(status, body));
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    public Request onlyRequest() {
        if (requests.size() != 1) {
            throw new AssertionError("not one request but " + requests);
        }
        return requests.get(0);
    }

    private void answer(HttpExchange exchange, Function<Request, Answer> behaviour) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body);
            requests.add(request);
            send(exchange, behaviour.apply(request));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.sentBytes() == Answer.NOT_EVEN_HEADERS) {
            stall();
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (answer.sentBytes() >= 0) {
            exchange.getResponseBody().write(body, 0, answer.sentBytes());
            exchange.getResponseBody().flush();
            stall();
        } else if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Until the stand-in is closed. */
    private static void stall() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
