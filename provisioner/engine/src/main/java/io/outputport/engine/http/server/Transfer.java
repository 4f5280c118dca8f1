package io.outputport.engine.http.server;

import com.sun.net.httpserver.HttpExchange;
import io.outputport.engine.http.Handler;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.engine.http.fault.FaultAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One exchange of the JDK's server, seen as what a fault can do with it. */
record Transfer(HttpExchange exchange, Request request, Handler handler, Runnable holding)
        implements FaultAction.Delivery {
    private static final byte[] HALF = "{\"message\":".getBytes(StandardCharsets.UTF_8);

    Transfer(HttpExchange exchange, Request request, Handler handler) {
        this(exchange, request, handler, () -> {});
    }

    Transfer holding(Runnable wait) {
        return new Transfer(exchange, request, handler, wait);
    }

    @Override
    public Reply effect() {
        return handler.handle(request);
    }

    @Override
    public void hold() {
        holding.run();
    }

    @Override
    public void send(Reply reply) throws IOException {
        send(exchange, reply);
    }

    @Override
    public void drip(Reply reply) throws IOException {
        byte[] body = new byte[reply.body().remaining()];
        reply.body().get(body);
        exchange.sendResponseHeaders(reply.status(), body.length);
        for (byte one : body) {
            hold();
            exchange.getResponseBody().write(one);
            exchange.getResponseBody().flush();
        }
    }

    @Override
    public void drop() {
        exchange.close();
    }

    @Override
    public void cut() throws IOException {
        exchange.sendResponseHeaders(200, 2L * HALF.length);
        exchange.getResponseBody().write(HALF);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = new byte[reply.body().remaining()];
        reply.body().get(body);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean bodiless = body.length == 0 || "HEAD".equals(exchange.getRequestMethod());
        exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }
}
