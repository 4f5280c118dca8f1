package io.outputport.provisioner.task.list;

import java.util.List;

/** What the operator sees of the queue. */
@FunctionalInterface
public interface TaskList {
    /** Newest first. */
    List<TaskSummary> list(TaskQuery query);
}
