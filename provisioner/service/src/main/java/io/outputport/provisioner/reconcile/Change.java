package io.outputport.provisioner.reconcile;

/** What a step did: being there already is a success of its own. */
public enum Change {
    CHANGED,
    UNCHANGED
}
