package io.outputport.provisioner.hasura.rolemapper;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.foundation.trace.ContextPropagation;
import io.outputport.provisioner.register.AccessWrites;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Calls that may take many minutes. Who waits for one hangs up as soon as nobody wants its answer any more; the call itself
 * goes on until its end, which is then noted: so a list that is no longer wanted is known to be written or not.
 */
final class LongCalls implements AutoCloseable {
    static final ProblemCode STOPPING = new ProblemCode("role-mapper-unreachable");

    private static final int MOST = 64;
    private static final Duration LOOK = Duration.ofMillis(250);
    /** A call that is nearly over is worth its answer, also for somebody who wants to stop. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private static final Duration TOLD_EVERY = Duration.ofSeconds(15);
    /** The longer it takes, the seldomer it is told: a log holds only so many lines. */
    private static final int TWENTIETH = 20;

    private final ThreadPoolExecutor threads;
    private final Duration toldEvery;

    LongCalls() {
        this(TOLD_EVERY);
    }

    /** @param toldEvery how often it is told that a call goes on */
    LongCalls(Duration toldEvery) {
        this.toldEvery = toldEvery;
        threads = new ThreadPoolExecutor(
                0,
                MOST,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                daemons(),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work, "role-mapper-call");
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * What somebody who waits wants to know.
     *
     * @param entries how many are written, one after the other
     * @param expected how long so many took before; empty where that is not known
     * @param isNewest whether it is still worth writing
     */
    record Interest(int entries, Optional<Duration> expected, BooleanSupplier isNewest, Progress progress) {
        private String sentence(Duration waited) {
            return "The role mapper has been writing " + entries + " entries for " + waited.toSeconds()
                    + " s and is not done yet"
                    + expected.map(usual -> "; at its earlier pace it takes " + usual.toSeconds() + " s")
                            .orElse("")
                    + ".";
        }
    }

    Outcome<?> await(Supplier<Outcome<?>> work, Interest interest) {
        Future<Outcome<?>> call = threads.submit(ContextPropagation.wrap(work::get));
        long begun = System.nanoTime();
        long told = begun;
        while (true) {
            try {
                return call.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                Duration waited = Duration.ofNanos(System.nanoTime() - begun);
                if (!interest.isNewest().getAsBoolean()) {
                    return Outcome.later(LOOK, AccessWrites.newerWord());
                }
                if (waited.compareTo(GRACE) > 0 && interest.progress().isWaitUnwelcome()) {
                    return Outcome.terminated(
                            "Stopped while the role mapper was still writing; what it was told is carried to its end"
                                    + " without this task.");
                }
                told = tell(interest, waited, told);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return Outcome.later(
                        LOOK, Problem.of(STOPPING, "The role mapper could not be reached: this service is stopping."));
            } catch (ExecutionException bug) {
                throw new IllegalStateException(bug.getCause());
            }
        }
    }

    private long tell(Interest interest, Duration waited, long told) {
        long now = System.nanoTime();
        if (now - told < Math.max(toldEvery.toNanos(), waited.toNanos() / TWENTIETH)) {
            return told;
        }
        interest.progress().report(Severity.INFO, "access", interest.sentence(waited));
        return now;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
