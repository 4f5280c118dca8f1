package io.outputport.benchmark.siege.attack;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Callers that hang up in the middle, and bodies that are not what their headers say. */
record Aborts(String body, int many) implements Attack {
    private static final String PATH = "/v1/validate";
    private static final String ZIPPED = "POST " + PATH
            + " HTTP/1.1\r\nHost: siege\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: ";
    private static final String CHUNKED = "POST " + PATH
            + " HTTP/1.1\r\nHost: siege\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    @Override
    public String name() {
        return many + " aborts, " + many + " damaged";
    }

    @Override
    public void on(URI service, Answers answers) throws IOException {
        List<String> damaged = List.of(
                ZIPPED + body.length() + "\r\n\r\n" + body,
                CHUNKED + "nonsense\r\n" + body + "\r\n",
                "nonsense\r\n\r\n",
                "GET /v1/provision/%zz/status HTTP/1.1\r\nHost: siege\r\n\r\n");
        for (int call = 0; call < many; call++) {
            abort(service, call, answers);
            try (SocketCaller caller = new SocketCaller(service)) {
                caller.send(damaged.get(call % damaged.size()).getBytes(StandardCharsets.US_ASCII));
                answers.count(caller.status());
            }
        }
    }

    private void abort(URI service, int call, Answers answers) throws IOException {
        try (SocketCaller caller = new SocketCaller(service)) {
            boolean whole = call % 3 == 0;
            caller.send(SocketCaller.head(PATH, whole ? body.length() : 2 * body.length()));
            caller.send(body);
            caller.abort();
            answers.count("aborted");
        }
    }
}
