package io.outputport.provisioner.task.store;

import io.outputport.provisioner.task.Task;
import java.time.Instant;

/**
 * A task that begins one of its attempts.
 *
 * @param firstStart when its first attempt began
 * @param interrupted whether the attempt before this one never ended: its process died
 * @param logged how many lines its log has so far
 */
public record StartedTask(Task task, Instant firstStart, boolean interrupted, int logged) {}
