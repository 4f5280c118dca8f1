package io.outputport.provisioner.task.life;

/** The last work of this process, for whoever stops the service. */
@FunctionalInterface
public interface QueueStop {
    /**
     * From here on nothing new is taken in or begun. Waits, up to a limit, until what runs is finished, and hands the rest
     * over: another replica, or the next start, goes on with it at once. What is known of tasks can still be read.
     */
    void stop();
}
