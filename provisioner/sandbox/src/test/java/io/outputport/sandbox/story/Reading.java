package io.outputport.sandbox.story;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A consumer who asks again and again on a thread of its own, until it is closed. */
final class Reading implements AutoCloseable {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> thread;

    private Reading(Consumer consumer, String query, Executor pace) {
        thread = CompletableFuture.runAsync(() -> {
            while (!ended.get()) {
                CompletableFuture.runAsync(() -> answers.add(consumer.ask(query)), pace)
                        .join();
            }
        });
    }

    /** Waits for the first answer, so that there is one from before whatever follows. */
    static Reading start(Consumer consumer, String query) {
        return start(consumer, query, Runnable::run);
    }

    /** The same, with as much time between two questions. */
    static Reading twentyTimesASecond(Consumer consumer, String query) {
        return start(consumer, query, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
    }

    private static Reading start(Consumer consumer, String query, Executor pace) {
        Reading reading = new Reading(consumer, query, pace);
        await("a first answer").until(() -> !reading.answers.isEmpty());
        return reading;
    }

    /** What came that is no data. */
    List<JsonNode> refusals() {
        return answers.stream().filter(answer -> !answer.has("data")).toList();
    }

    @Override
    public void close() {
        ended.set(true);
        thread.join();
    }
}
