package io.outputport.provisioner.task.queue;

import io.outputport.provisioner.task.TaskToken;
import java.time.Instant;

/** What is due when. Nothing is lost when it fails: the next poll or sweep makes up for it. */
interface Timetable {
    /** Has this process look for due tasks now instead of at its next poll. */
    void look();

    /** For a task that is scheduled for later; one that runs just now goes on as it is. */
    void hasten(TaskToken token, Instant due);
}
