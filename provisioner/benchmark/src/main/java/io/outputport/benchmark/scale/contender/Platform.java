package io.outputport.benchmark.scale.contender;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.benchmark.run.Http;
import io.outputport.benchmark.run.Latencies;
import io.outputport.benchmark.scale.fleet.Port;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The side that asks for deployments: everything at once, then a look at each until it has ended. It looks seldom
 * enough not to be the load that is measured, and takes the end of a task from the last line of the task's log.
 */
record Platform(Http http, URI service) {
    private static final int SENDERS = 8;
    private static final long SHORTEST_ROUND_MILLIS = 100;
    private static final long MILLIS_FOR_EACH_LOOK = 10;

    Outcome deploy(List<Port> ports, Duration longest) throws IOException, InterruptedException {
        Instant start = Instant.now();
        List<String> open = new ArrayList<>(send(ports));
        Outcome outcome = new Outcome(new Latencies(), 0, 0, Duration.ZERO, Optional.empty());
        while (!open.isEmpty() && Duration.between(start, Instant.now()).compareTo(longest) < 0) {
            TimeUnit.MILLISECONDS.sleep(Math.max(SHORTEST_ROUND_MILLIS, MILLIS_FOR_EACH_LOOK * open.size()));
            for (Iterator<String> tokens = open.iterator(); tokens.hasNext(); ) {
                JsonNode status = status(tokens.next());
                if (!status.path("status").asText().equals("RUNNING")) {
                    tokens.remove();
                    outcome = outcome.with(status, start);
                }
            }
        }
        return outcome.leaving(open.size(), longest);
    }

    private List<String> send(List<Port> ports) throws IOException, InterruptedException {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Callable<String>> requests = ports.stream()
                    .map(port ->
                            (Callable<String>) () -> http.post(URI.create(service + "/v1/provision"), port.request()))
                    .toList();
            List<String> tokens = new ArrayList<>();
            for (Future<String> sent : senders.invokeAll(requests)) {
                tokens.add(sent.get());
            }
            return tokens;
        } catch (ExecutionException refused) {
            throw new IOException("A port was not accepted: " + refused.getCause(), refused);
        } finally {
            senders.shutdownNow();
        }
    }

    private JsonNode status(String token) throws IOException, InterruptedException {
        return http.get(URI.create(service + "/v1/provision/" + token + "/status"));
    }

    /**
     * What became of the ports.
     *
     * @param open how many had not ended when the time was up
     */
    record Outcome(Latencies latencies, int completed, int open, Duration wall, Optional<String> firstFailure) {

        Outcome with(JsonNode status, Instant start) {
            Duration took = Duration.between(start, ended(status));
            latencies.record(took);
            boolean good = status.path("status").asText().equals("COMPLETED");
            Optional<String> failure = firstFailure.isPresent() || good
                    ? firstFailure
                    : status.path("result").asText().lines().findFirst();
            return new Outcome(
                    latencies, completed + (good ? 1 : 0), open, took.compareTo(wall) > 0 ? took : wall, failure);
        }

        Outcome leaving(int unfinished, Duration longest) {
            return new Outcome(latencies, completed, unfinished, unfinished > 0 ? longest : wall, firstFailure);
        }

        private static Instant ended(JsonNode status) {
            JsonNode logs = status.path("logs");
            String last = logs.path(logs.size() - 1).path("timestamp").asText();
            return last.isEmpty() ? Instant.now() : Instant.parse(last);
        }
    }
}
