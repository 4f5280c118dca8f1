package io.outputport.benchmark.siege.attack;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** How requests were answered, and the tokens of those that were accepted. */
public final class Answers {
    private static final int ACCEPTED = 202;

    private final Map<String, LongAdder> byStatus = new ConcurrentSkipListMap<>();
    private final Queue<String> tokens = new ConcurrentLinkedQueue<>();

    void add(int status, String body) {
        count(Integer.toString(status));
        if (status == ACCEPTED) {
            tokens.add(body.strip());
        }
    }

    /** @param how for example {@code no answer} */
    void count(String how) {
        byStatus.computeIfAbsent(how, unknown -> new LongAdder()).increment();
    }

    public Queue<String> tokens() {
        return tokens;
    }

    /** For example {@code 200: 14, 503: 2}. */
    @Override
    public String toString() {
        return byStatus.entrySet().stream()
                .map(status -> status.getKey() + ": " + status.getValue().sum())
                .collect(Collectors.joining(", "));
    }
}
