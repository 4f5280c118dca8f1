package io.outputport.provisioner.descriptor.model;

/**
 * A table or view in a source database, named as the descriptor names it or, once facts are known, exactly as it exists.
 *
 * @param technology the {@link io.outputport.provisioner.descriptor.source.SourceTechnology#name() name} of its kind
 */
public record SourceTable(String technology, String database, String schema, String name) {}
