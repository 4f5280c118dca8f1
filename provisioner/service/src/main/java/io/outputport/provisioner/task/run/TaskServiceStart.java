package io.outputport.provisioner.task.run;

import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;

/** Starts the queue with the service, and stops taking work in as soon as the service is told to stop. */
@Singleton
final class TaskServiceStart {
    private final TaskService service;

    TaskServiceStart(TaskService service) {
        this.service = service;
    }

    @EventListener
    void start(StartupEvent started) {
        service.start();
    }

    @EventListener
    void drain(ShutdownEvent stopping) {
        service.drain();
    }
}
