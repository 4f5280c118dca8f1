package io.outputport.benchmark.siege;

import io.outputport.benchmark.run.Http;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What became of accepted tasks, as their tokens tell. */
record Fates(Map<String, Integer> byStatus, int lost) {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    static final Fates NONE = new Fates(Map.of(), 0);

    /** Waits for the end of each, but not for ever; one that its token does not lead to is lost. */
    static Fates of(Collection<String> tokens, URI service) throws InterruptedException {
        Http http = new Http(Duration.ofSeconds(30));
        Map<String, Integer> byStatus = new TreeMap<>();
        int lost = 0;
        long end = System.nanoTime() + LONGEST.toNanos();
        for (String token : tokens) {
            try {
                byStatus.merge(
                        status(URI.create(service + "/v1/provision/" + token + "/status"), http, end), 1, Integer::sum);
            } catch (IOException unknown) {
                lost++;
            }
        }
        return new Fates(byStatus, lost);
    }

    private static String status(URI address, Http http, long end) throws IOException, InterruptedException {
        String status = http.get(address).path("status").asText();
        while (status.equals("RUNNING") && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
            status = http.get(address).path("status").asText();
        }
        return status;
    }

    int accepted() {
        return lost + byStatus.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        String ends = byStatus.entrySet().stream()
                .map(status -> status.getValue() + " " + status.getKey())
                .collect(Collectors.joining(", "));
        return accepted() == 0 ? "-" : accepted() + ": " + ends + (ends.isEmpty() ? "" : ", ") + lost + " lost";
    }
}
