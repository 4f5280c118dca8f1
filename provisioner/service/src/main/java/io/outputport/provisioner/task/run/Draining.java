package io.outputport.provisioner.task.run;

/** Whether the service is stopping: then nothing new is taken in or begun. */
public final class Draining {
    private volatile boolean begun;

    public void begin() {
        begun = true;
    }

    public boolean hasBegun() {
        return begun;
    }
}
