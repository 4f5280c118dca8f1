package io.outputport.provisioner.port.plan;

/** One thing to do, safe to do twice. Each technology has steps of its own. */
public interface Step {
    /** The short name under which the step appears in logs. */
    String phase();

    /** What the step does, in one sentence for a data-product developer, without a full stop. */
    String describe();
}
