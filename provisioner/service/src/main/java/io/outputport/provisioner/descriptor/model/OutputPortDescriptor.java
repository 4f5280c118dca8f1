package io.outputport.provisioner.descriptor.model;

/**
 * A COMPONENT_DESCRIPTOR that holds to all static rules: everything that a provisioning needs to know of it. Each kind of
 * port has a record of its own for what it says beyond this.
 */
public interface OutputPortDescriptor {
    /** The {@code PortNotation} that it is written in. */
    String technology();

    DataProduct product();

    /** The component. */
    Located<String> id();

    default String component() {
        return id().value();
    }
}
