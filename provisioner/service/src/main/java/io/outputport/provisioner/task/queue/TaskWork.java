package io.outputport.provisioner.task.queue;

import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.life.Recurring;
import java.util.List;

/** What there is to do: the operations' handlers, and what comes again by itself. */
record TaskWork(List<TaskHandler> handlers, List<Recurring> jobs) {
    TaskWork {
        handlers = List.copyOf(handlers);
        jobs = List.copyOf(jobs);
    }
}
