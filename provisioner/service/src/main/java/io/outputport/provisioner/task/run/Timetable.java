package io.outputport.provisioner.task.run;

import io.outputport.provisioner.task.TaskToken;
import java.time.Instant;

/** Says when a stored task is due. Nothing is lost when it fails: a stored task that nobody scheduled is found later. */
@FunctionalInterface
interface Timetable {
    void put(TaskToken token, Instant due);
}
