package io.outputport.provisioner.descriptor.model;

import io.outputport.foundation.outcome.Position;

/**
 * A value and where it stood.
 *
 * @param path the field in dot form, for example {@code dataProduct.components[2].specific.select}
 */
public record Located<T>(T value, String path, Position position) {}
