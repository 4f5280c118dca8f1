package io.outputport.provisioner.measure;

/** How full the queue is. */
@FunctionalInterface
public interface QueueFigures {
    /** Asks the task database; throws when it does not answer. */
    Backlog backlog();
}
