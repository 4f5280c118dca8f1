package io.outputport.provisioner.task.store;

import io.outputport.provisioner.task.TaskToken;
import java.time.Instant;

/** A task and when it wants to run. */
public record DueTask(TaskToken token, Instant due) {}
