package io.outputport.provisioner.task.run;

import io.outputport.provisioner.measure.TaskMeter;
import io.outputport.provisioner.task.store.TaskStore;
import java.time.InstantSource;

/** What all parts of the queue in one process share. */
public record TaskWorld(TaskStore store, Draining draining, InstantSource clock, TaskMeter meter) {}
