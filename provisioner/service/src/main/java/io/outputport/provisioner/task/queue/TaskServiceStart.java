package io.outputport.provisioner.task.queue;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/** Starts the queue when the service answers: a start that fails for its port has then touched nothing. */
@Singleton
final class TaskServiceStart {
    private final TaskService service;

    TaskServiceStart(TaskService service) {
        this.service = service;
    }

    @EventListener
    void start(ServerStartupEvent started) {
        service.start();
    }
}
