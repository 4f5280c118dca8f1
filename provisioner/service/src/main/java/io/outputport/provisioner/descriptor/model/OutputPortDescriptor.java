package io.outputport.provisioner.descriptor.model;

/** A COMPONENT_DESCRIPTOR that holds to all static rules: everything that a provisioning needs to know of it. */
public record OutputPortDescriptor(
        DataProduct product, HasuraOutputPort port, SourceOutputPort source, SourceTable table) {}
