package io.outputport.sandbox.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** An OpenTelemetry collector that takes metrics by OTLP over HTTP and remembers them, and everything else it is sent. */
final class MetricCollector implements AutoCloseable {
    private final HttpServer server;
    private final List<Metric> metrics = new CopyOnWriteArrayList<>();
    private final Set<String> paths = new ConcurrentSkipListSet<>();

    private MetricCollector(HttpServer server) {
        this.server = server;
    }

    static MetricCollector start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        MetricCollector collector = new MetricCollector(server);
        server.createContext("/", collector::take);
        server.start();
        return collector;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What came last of this metric and has come at all. */
    List<Metric> of(String name) {
        return metrics.stream().filter(metric -> metric.getName().equals(name)).toList();
    }

    /** Where anything was sent to. */
    Set<String> paths() {
        return paths;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream body = body(exchange)) {
            String path = exchange.getRequestURI().getPath();
            paths.add(path);
            if (path.equals("/v1/metrics")) {
                ExportMetricsServiceRequest.parseFrom(body)
                        .getResourceMetricsList()
                        .forEach(resource -> resource.getScopeMetricsList()
                                .forEach(scope -> metrics.addAll(scope.getMetricsList())));
            }
            exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static InputStream body(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
