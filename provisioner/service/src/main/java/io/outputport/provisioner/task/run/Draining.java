package io.outputport.provisioner.task.run;

/** Whether the service is stopping: then nothing new is taken in or begun. */
final class Draining {
    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }
}
