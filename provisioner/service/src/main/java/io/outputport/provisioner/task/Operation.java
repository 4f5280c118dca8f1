package io.outputport.provisioner.task;

/** What a task does, in the words of the Tech Adapter API 2.5.0; the names are stored in the task table. */
public enum Operation {
    VALIDATE(false),
    REVERSE_PROVISION(false),
    PROVISION(true),
    UNPROVISION(true),
    UPDATE_ACL(true),
    /** What the service asks of itself: to carry a port out again as it was last carried out. */
    REPAIR(true);

    private final boolean changes;

    Operation(boolean changes) {
        this.changes = changes;
    }

    /** Whether it changes the component, and so must wait for earlier changes of the same component. */
    public boolean changes() {
        return changes;
    }
}
