package io.outputport.provisioner.task.life;

/** Recurring work that somebody does not want to wait for. */
@FunctionalInterface
public interface RecurringJobs {
    /** Has it run soon, on whichever replica takes it, unless it runs just now. */
    void hasten(String name);
}
