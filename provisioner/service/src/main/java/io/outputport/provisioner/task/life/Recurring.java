package io.outputport.provisioner.task.life;

import java.time.Duration;

/**
 * Work that comes again and again by itself. Across all replicas over one task database it runs once at a time; after a
 * run that fails it simply comes again.
 */
public interface Recurring {
    /** What its row in the timetable is called; never changed, since the row outlives the process. */
    String name();

    /** From the end of one run to the start of the next; the first run comes at the start of the service. */
    Duration interval();

    void run();
}
