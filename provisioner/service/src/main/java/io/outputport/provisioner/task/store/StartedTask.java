package io.outputport.provisioner.task.store;

import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task that begins one of its attempts.
 *
 * @param firstStart when its first attempt began, later by what it has waited for its turn
 * @param interrupted whether the attempt before this one never ended: its process died
 * @param interruptions how many attempts never ended
 * @param continued whether it goes on with the attempt in which it began to wait for its turn
 * @param terminating whether it is to be brought to an end instead of being carried out
 * @param touched whether it may have changed another system
 * @param verdict the problems with which it is to end; empty while there is none
 * @param tidyingSince when it was first tried to put right what it left half-done
 * @param logged how many lines its log has so far
 */
public record StartedTask(
        Task task,
        Instant firstStart,
        boolean interrupted,
        int interruptions,
        boolean continued,
        boolean terminating,
        boolean touched,
        List<Problem> verdict,
        Optional<Instant> tidyingSince,
        int logged) {
    public StartedTask {
        verdict = List.copyOf(verdict);
    }
}
