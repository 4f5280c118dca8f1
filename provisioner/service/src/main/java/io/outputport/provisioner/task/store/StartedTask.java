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
 * @param before where it stood until now
 * @param interruptions how many attempts never ended
 * @param terminating whether it is to be brought to an end instead of being carried out
 * @param touched whether it may have changed another system
 * @param logged how many lines its log has so far
 * @param traces what it is a part of
 */
public record StartedTask(
        Task task,
        Instant firstStart,
        TaskState before,
        int interruptions,
        boolean terminating,
        boolean touched,
        int logged,
        Traces traces) {

    /** The same, with the attempt counted that begins, and the death of the one before. */
    public StartedTask counted() {
        return new StartedTask(
                continued() ? task : task.nextAttempt(),
                firstStart,
                before,
                interrupted() ? interruptions + 1 : interruptions,
                terminating,
                touched,
                logged,
                traces);
    }

    /** Whether the attempt before this one never ended: its process died. */
    public boolean interrupted() {
        return before.match(
                fresh -> false,
                begun -> true,
                retrying -> false,
                waiting -> false,
                tidying -> tidying.due().isEmpty());
    }

    /** Since when it waited for its turn, if it goes on with the attempt in which it began to wait. */
    public Optional<Instant> waitedSince() {
        return before.match(
                fresh -> Optional.empty(),
                begun -> Optional.empty(),
                retrying -> Optional.empty(),
                waiting -> Optional.of(waiting.since()),
                tidying -> Optional.empty());
    }

    /** Whether it goes on with the attempt in which it began to wait for its turn. */
    public boolean continued() {
        return waitedSince().isPresent();
    }

    /** The problems with which it is to end; empty while there is none. */
    public List<Problem> verdict() {
        return tidying().map(TaskState.Tidying::verdict).orElse(List.of());
    }

    /** When it was first tried to put right what it left half-done. */
    public Optional<Instant> tidyingSince() {
        return tidying().map(TaskState.Tidying::since);
    }

    private Optional<TaskState.Tidying> tidying() {
        return before.match(
                fresh -> Optional.empty(),
                begun -> Optional.empty(),
                retrying -> Optional.empty(),
                waiting -> Optional.empty(),
                Optional::of);
    }

    /**
     * Where its spans belong; a context that is not valid stands for none.
     *
     * @param origin the request that was accepted, or its own first run when nobody asked for it
     * @param lastRun the run before, if that came to its end
     */
    public record Traces(SpanContext origin, SpanContext lastRun) {}
}
