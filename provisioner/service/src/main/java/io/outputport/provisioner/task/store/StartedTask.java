package io.outputport.provisioner.task.store;

import io.opentelemetry.api.trace.SpanContext;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task that begins one of its attempts.
 *
 * @param firstStart when its first attempt began
 * @param interrupted whether the attempt before this one never ended: its process died
 * @param interruptions how many attempts never ended
 * @param waitedSince since when it waited for its turn, if it goes on with the attempt in which it began to wait
 * @param terminating whether it is to be brought to an end instead of being carried out
 * @param touched whether it may have changed another system
 * @param verdict the problems with which it is to end; empty while there is none
 * @param tidyingSince when it was first tried to put right what it left half-done
 * @param logged how many lines its log has so far
 * @param traces what it is a part of
 */
public record StartedTask(
        Task task,
        Instant firstStart,
        boolean interrupted,
        int interruptions,
        Optional<Instant> waitedSince,
        boolean terminating,
        boolean touched,
        List<Problem> verdict,
        Optional<Instant> tidyingSince,
        int logged,
        Traces traces) {
    public StartedTask {
        verdict = List.copyOf(verdict);
    }

    /** Whether it goes on with the attempt in which it began to wait for its turn. */
    public boolean continued() {
        return waitedSince.isPresent();
    }

    /**
     * Where its spans belong; a context that is not valid stands for none.
     *
     * @param origin the request that was accepted, or its own first run when nobody asked for it
     * @param lastRun the run before, if that came to its end
     */
    public record Traces(SpanContext origin, SpanContext lastRun) {}
}
