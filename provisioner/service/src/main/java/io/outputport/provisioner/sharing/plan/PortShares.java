package io.outputport.provisioner.sharing.plan;

import java.util.List;
import java.util.Optional;

/**
 * The shares under the names that a port has, had or wants; others' among them.
 *
 * @param found in which the port's own are those that its owner says
 */
public record PortShares(Owner owner, List<HeldShare> found) {
    public PortShares {
        found = List.copyOf(found);
    }

    List<HeldShare> own() {
        return found.stream().filter(owner::owns).toList();
    }

    public List<String> ownNames() {
        return own().stream().map(HeldShare::name).toList();
    }

    public Optional<HeldShare> named(String name) {
        return found.stream()
                .filter(share -> share.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
