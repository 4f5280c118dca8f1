package io.outputport.provisioner.descriptor.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What unprovision and updateacl need: only the component's id is certain, since an output port that was renamed or
 * whose descriptor is no longer valid must still be removable. The rest is there when its names can be read.
 *
 * @param technology the kind of port that it says it is, where that can be read
 * @param prefixes the legal beginnings of its names; empty when they cannot be read
 * @param product when its data product's names can be read
 */
public record RemovalDescriptor(
        String component, Optional<String> technology, Collection<String> prefixes, Optional<DataProduct> product) {
    public RemovalDescriptor {
        prefixes = List.copyOf(prefixes);
    }
}
