package io.outputport.sandbox.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** OTLP over HTTP with protobuf. */
final class HttpIntake implements Collector.Intake {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Consumer<ExportTraceServiceRequest> sink;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final boolean holding;

    private HttpIntake(HttpServer server, Consumer<ExportTraceServiceRequest> sink, boolean holding) {
        this.holding = holding;
        this.server = server;
        this.sink = sink;
    }

    /** @param port 0 for any that is free */
    static HttpIntake start(int port, Consumer<ExportTraceServiceRequest> sink) throws IOException {
        return start(port, sink, false);
    }

    static HttpIntake thatNeverAnswers(Consumer<ExportTraceServiceRequest> sink) throws IOException {
        return start(0, sink, true);
    }

    private static HttpIntake start(int port, Consumer<ExportTraceServiceRequest> sink, boolean holding)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        HttpIntake intake = new HttpIntake(server, sink, holding);
        server.createContext("/v1/traces", intake::take);
        server.setExecutor(intake.threads);
        server.start();
        return intake;
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public String protocol() {
        return "http/protobuf";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = body(exchange)) {
            sink.accept(ExportTraceServiceRequest.parseFrom(body));
            if (holding) {
                closed.await();
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
