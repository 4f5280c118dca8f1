package io.outputport.engine.http.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.outputport.engine.http.Handler;
import io.outputport.engine.http.Pause;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.engine.http.Routes;
import io.outputport.engine.http.fault.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stand-in's HTTP server. It listens on the loopback address only. */
public final class LoopbackServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
    /** Large enough for the metadata of a big Hasura. */
    private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private final Routes routes;
    private final Faults faults;
    private final Pause pause;
    private final RequestReader reader = new RequestReader(MAX_BODY_BYTES);

    private LoopbackServer(HttpServer server, ExecutorService threads, Routes routes, Faults faults, Pause pause) {
        this.server = server;
        this.threads = threads;
        this.routes = faults.addTo(routes);
        this.faults = faults;
        this.pause = pause;
    }

    /**
     * Listens at once.
     *
     * @param port 0 takes any free port
     * @throws IOException when the port is taken
     */
    public static LoopbackServer start(int port, Routes routes, Faults faults, Pause pause) throws IOException {
        // Read once by the first server of the process: without it small answers wait for the peer's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService threads =
                Executors.newCachedThreadPool(daemons(http.getAddress().getPort()));
        LoopbackServer server = new LoopbackServer(http, threads, routes, faults, pause);
        http.createContext("/", server::serve);
        http.setExecutor(threads);
        http.start();
        return server;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Ends at once, also requests that a fault holds. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = reader.read(exchange);
            if (request.isEmpty()) {
                Transfer.send(exchange, Reply.text(413, "the body is longer than " + MAX_BODY_BYTES + " bytes\n"));
            } else {
                answer(exchange, request.get());
            }
        } catch (IOException gone) {
            LOG.debug("the caller went away: {}", gone.toString());
        }
    }

    private void answer(HttpExchange exchange, Request request) throws IOException {
        Handler handler = routes.find(request.method(), exchange.getRequestURI().getRawPath());
        Transfer transfer = new Transfer(exchange, request, safe(handler));
        var fault = faults.take(request);
        if (fault.isEmpty()) {
            transfer.send(transfer.effect());
        } else {
            faults.action(fault.get())
                    .carryOut(transfer.holding(
                            () -> faults.hold(() -> pause.millis(fault.get().millis()))));
        }
    }

    private static Handler safe(Handler handler) {
        return request -> {
            try {
                return handler.handle(request);
            } catch (RuntimeException bug) {
                LOG.error("{} {} failed", request.method(), request.path(), bug);
                return Reply.text(500, "the stand-in failed; its log says why\n");
            }
        };
    }

    private static ThreadFactory daemons(int port) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "http-" + port + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
