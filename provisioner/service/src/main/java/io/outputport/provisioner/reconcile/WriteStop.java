package io.outputport.provisioner.reconcile;

/** Ends what is being written for tasks that wait, when the service stops. */
@FunctionalInterface
public interface WriteStop {
    /** Lets a write that is under way end, up to the grace of the service, and leaves the rest to another replica. */
    void stop();
}
