package io.outputport.provisioner.task.run;

import io.outputport.provisioner.task.QueueStop;

/** The queue's life in this process: from the first sweep to the last step. */
record TaskService(TaskWorld world, TaskScheduler scheduler, DurableQueue queue) implements QueueStop {
    void start() {
        scheduler.start();
    }

    /** Takes no more work in; what runs goes on. */
    void drain() {
        world.draining().begin();
    }

    @Override
    public void stop() {
        drain();
        scheduler.stop();
    }
}
