package io.outputport.provisioner.task.run;

import io.outputport.provisioner.task.TaskToken;
import java.time.Instant;

/** Says when a stored task is due. Nothing is lost when it fails: the next sweep makes up for it. */
interface Timetable {
    /** Leaves a task that is scheduled already as it is. */
    void put(TaskToken token, Instant due);

    /** For a task that is scheduled for later; one that runs just now goes on as it is. */
    void hasten(TaskToken token, Instant due);
}
