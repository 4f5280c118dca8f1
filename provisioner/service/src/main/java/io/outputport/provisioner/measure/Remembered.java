package io.outputport.provisioner.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The answer to a question that may be slow, for many who ask often: it is asked by one at a time, not again while its
 * answer is fresh, and nobody waits long for it.
 *
 * @param <T> the answer
 */
public final class Remembered<T> {
    private final Supplier<T> question;
    private final Executor threads;
    private final Freshness terms;
    private final InstantSource clock;
    private CompletableFuture<T> asked = CompletableFuture.failedFuture(new IllegalStateException("not asked yet"));
    private Instant askedAt = Instant.MIN;
    private Optional<T> last = Optional.empty();

    /**
     * @param fresh how long an answer counts, from when it was asked for
     * @param patience how long somebody waits for it at most
     */
    public record Freshness(Duration fresh, Duration patience) {}

    /** @param question an exception of it counts as no answer */
    public Remembered(Supplier<T> question, Executor threads, Freshness terms, InstantSource clock) {
        this.question = question;
        this.threads = threads;
        this.terms = terms;
        this.clock = clock;
    }

    /** Ends within the patience: with the fresh answer, else with none. */
    public CompletableFuture<Optional<T>> fresh() {
        Instant now = clock.instant();
        CompletableFuture<T> running = ask(now);
        long left = Math.max(
                1, Duration.between(now, since().plus(terms.patience())).toMillis());
        return running.thenApply(Optional::ofNullable)
                .exceptionally(failed -> Optional.empty())
                .completeOnTimeout(Optional.empty(), left, TimeUnit.MILLISECONDS);
    }

    /** Ends within the patience: with the fresh answer, else with the last one there was. */
    public CompletableFuture<Optional<T>> latest() {
        return fresh().thenApply(answer -> answer.or(this::last));
    }

    private synchronized CompletableFuture<T> ask(Instant now) {
        if (asked.isDone() && (askedAt.equals(Instant.MIN) || !now.isBefore(askedAt.plus(terms.fresh())))) {
            askedAt = now;
            asked = CompletableFuture.supplyAsync(this::answer, threads);
        }
        return asked;
    }

    private T answer() {
        T answer = question.get();
        synchronized (this) {
            last = Optional.of(answer);
        }
        return answer;
    }

    private synchronized Instant since() {
        return askedAt;
    }

    private synchronized Optional<T> last() {
        return last;
    }
}
