package io.outputport.provisioner.plan;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * By what an output port is known in Hasura and in the role mapper. Only the component is certain: whoever removes a
 * port may hold a descriptor whose names can no longer be read.
 *
 * @param component the component's id
 * @param computedRole the role id that its names give; an older one in the role mapper counts instead
 * @param prefixes the legal beginnings of its names
 * @param productPrefix what the names of its data product's sources start with
 */
public record PortIdentity(
        String component, Optional<String> computedRole, Collection<String> prefixes, Optional<String> productPrefix) {
    public PortIdentity {
        prefixes = List.copyOf(prefixes);
    }

    /** Whether this provisioner, or the Python service before it, gave the source its name. */
    boolean namedSource(String source) {
        return productPrefix
                .map(prefix -> source.equals(prefix)
                        || (source.startsWith(prefix + "_") && source.matches(".*_[0-9a-f]{6}(_[a-z0-9_]*)?")))
                .orElse(false);
    }
}
