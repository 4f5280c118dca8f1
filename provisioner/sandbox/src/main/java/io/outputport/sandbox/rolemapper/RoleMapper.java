package io.outputport.sandbox.rolemapper;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The role mapper, answering on a port of the loopback address. */
public final class RoleMapper implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;

    private RoleMapper(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * @param port 0 takes any free one
     * @throws IOException when the port is taken
     */
    public static RoleMapper start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        Routes routes = new Routes(new RoleMapperApi());
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, routes));
        server.start();
        return new RoleMapper(server, threads);
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void serve(HttpExchange exchange, Routes routes) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readNBytes(Routes.LARGEST_BODY);
            Answer answer = routes.answer(exchange.getRequestMethod(), exchange.getRequestURI(), request);
            byte[] body = new ObjectMapper().writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
