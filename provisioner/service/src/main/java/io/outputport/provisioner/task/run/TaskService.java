package io.outputport.provisioner.task.run;

/** The queue's life in this process: from the first sweep to the last step. */
record TaskService(TaskWorld world, TaskScheduler scheduler, DurableQueue queue) {
    void start() {
        scheduler.start();
    }

    /** Takes no more work in; what runs goes on. */
    void drain() {
        world.draining().begin();
    }

    /** Lets running handlers finish, up to a limit. The rest stays stored for the next start. */
    void stop() {
        drain();
        scheduler.stop();
    }
}
