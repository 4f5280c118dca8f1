package io.outputport.provisioner.reconcile;

/** Tells whoever waits for a system on behalf of a component that the wait is over. */
@FunctionalInterface
public interface Awakening {
    void wake(String component);
}
