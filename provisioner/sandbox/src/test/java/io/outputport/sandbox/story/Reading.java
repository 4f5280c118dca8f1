package io.outputport.sandbox.story;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A consumer who asks again and again on a thread of its own, until it is closed. */
final class Reading implements AutoCloseable {
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<JsonNode> answers = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> thread;

    private Reading(Consumer consumer, String query) {
        thread = CompletableFuture.runAsync(() -> {
            while (!ended.get()) {
                answers.add(consumer.ask(query));
            }
        });
    }

    /** Waits for the first answer, so that there is one from before whatever follows. */
    static Reading start(Consumer consumer, String query) {
        Reading reading = new Reading(consumer, query);
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
