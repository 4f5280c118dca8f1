package io.outputport.provisioner.task.store;

import io.outputport.provisioner.task.Task;
import java.time.Instant;

/**
 * A task that begins one of its attempts.
 *
 * @param firstStart when its first attempt began, later by what it has waited for its turn
 * @param interrupted whether the attempt before this one never ended: its process died
 * @param continued whether it goes on with the attempt in which it began to wait for its turn
 * @param terminating whether it is to be brought to an end instead of being carried out
 * @param logged how many lines its log has so far
 */
public record StartedTask(
        Task task, Instant firstStart, boolean interrupted, boolean continued, boolean terminating, int logged) {}
