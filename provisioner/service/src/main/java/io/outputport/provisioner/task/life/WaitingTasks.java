package io.outputport.provisioner.task.life;

/** The tasks that wait to be carried on. */
@FunctionalInterface
public interface WaitingTasks {
    /** What the component's task waits for is there. Does nothing when none waits, or while it runs. */
    void hasten(String component);
}
