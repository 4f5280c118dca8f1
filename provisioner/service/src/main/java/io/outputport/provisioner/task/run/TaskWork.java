package io.outputport.provisioner.task.run;

import io.outputport.provisioner.task.Recurring;
import io.outputport.provisioner.task.TaskHandler;
import java.util.List;

/** What there is to do: the operations' handlers, and what comes again by itself. */
record TaskWork(List<TaskHandler> handlers, List<Recurring> jobs) {
    TaskWork {
        handlers = List.copyOf(handlers);
        jobs = List.copyOf(jobs);
    }
}
