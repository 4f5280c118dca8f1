package io.outputport.provisioner.port.plan;

/** What a step did: being there already is a success of its own. */
public enum Change {
    CHANGED,
    UNCHANGED
}
