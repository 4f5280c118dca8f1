package io.outputport.sandbox.story;

import io.outputport.engine.http.Pause;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.engine.http.Routes;
import io.outputport.engine.http.fault.Faults;
import io.outputport.engine.http.server.LoopbackServer;
import io.outputport.sandbox.testing.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Stands between the service and a neighbour that speaks JSON: passes each request on, and remembers it. */
final class Wire implements AutoCloseable {
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final URI neighbour;
    private final LoopbackServer server;

    private Wire(URI neighbour) throws IOException {
        this.neighbour = neighbour;
        this.server = LoopbackServer.start(0, Routes.otherwise(this::pass), Faults.of(Map.of()), Pause.real());
    }

    static Wire to(String neighbour) {
        try {
            return new Wire(URI.create(neighbour));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String url() {
        return server.url().toString();
    }

    /** Each request as one text: method, path, query, headers, body. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.close();
    }

    private Reply pass(Request request) {
        requests.add(request.method() + " " + request.path() + " " + request.query() + " " + request.headers() + "\n"
                + request.body());
        Http http = Http.to(neighbour, ownHeaders(request));
        var reply =
                switch (request.method()) {
                    case "PUT" -> http.put(request.path(), request.body());
                    case "POST" -> http.post(request.path(), request.body());
                    default -> http.get(request.path());
                };
        return new Reply(reply.status(), Map.of("Content-Type", "application/json"), reply.body());
    }

    private static Map<String, String> ownHeaders(Request request) {
        return request.headers().entrySet().stream()
                .filter(header -> header.getKey().startsWith("x-hasura-"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
