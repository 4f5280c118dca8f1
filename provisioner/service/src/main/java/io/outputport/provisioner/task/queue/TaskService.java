package io.outputport.provisioner.task.queue;

import io.outputport.provisioner.task.life.QueueStop;
import io.outputport.provisioner.task.run.TaskWorld;

/** The queue's life in this process: from the first sweep to the last step. */
public record TaskService(TaskWorld world, TaskScheduler scheduler, DurableQueue queue) implements QueueStop {
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
