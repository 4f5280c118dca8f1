package io.outputport.provisioner.task.store;

import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskToken;
import java.time.Instant;
import java.util.UUID;

/** A task for tests: a provision of a component of its own, unless said otherwise. */
public final class TaskBuilder {
    private Operation operation = Operation.PROVISION;
    private String component = "component-" + UUID.randomUUID();
    private String request = "{}";
    private Instant acceptedAt = Instant.parse("2026-11-21T08:00:00Z");

    private TaskBuilder() {}

    public static TaskBuilder aTask() {
        return new TaskBuilder();
    }

    public TaskBuilder operation(Operation value) {
        operation = value;
        return this;
    }

    public TaskBuilder component(String value) {
        component = value;
        return this;
    }

    TaskBuilder request(String value) {
        request = value;
        return this;
    }

    public TaskBuilder acceptedAt(Instant value) {
        acceptedAt = value;
        return this;
    }

    public Task build() {
        return new Task(new TaskToken(UUID.randomUUID()), operation, component, request, acceptedAt, 0);
    }
}
