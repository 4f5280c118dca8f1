package io.outputport.provisioner.descriptor.naming;

import io.outputport.provisioner.descriptor.model.DataProduct;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code <domain>_<data product>_<major version>_<output port>_}: what all names of a port start with. */
public final class PortPrefix {
    /** Room that a prefix leaves for what follows it, {@code select_by_pk} for example. */
    public static final int LONGEST_ENDING = 12;

    private PortPrefix() {}

    /** @param port the output port's name */
    public static String of(DataProduct product, String port) {
        return of(product, product.name().value(), port);
    }

    /**
     * Every prefix that is accepted, the one to suggest first. The output-port template writes the data product's
     * identifier where we write its display name; both are right.
     */
    public static Set<String> all(DataProduct product, String port) {
        Set<String> accepted = new LinkedHashSet<>();
        accepted.add(of(product, port));
        identifier(product).ifPresent(name -> accepted.add(of(product, name, port)));
        return accepted;
    }

    private static String of(DataProduct product, String productName, String port) {
        return NameText.join(List.of(product.domain().value(), productName, product.majorVersion(), port)) + "_";
    }

    /** {@code <name>} of {@code urn:dmb:dp:<domain>:<name>:<major>}; ids of other forms hold no such part. */
    private static Optional<String> identifier(DataProduct product) {
        String[] parts = product.id().value().split(":", -1);
        boolean urn = parts.length == 6 && parts[0].equalsIgnoreCase("urn") && parts[2].equalsIgnoreCase("dp");
        return urn && !NameText.letters(parts[4]).isEmpty() ? Optional.of(parts[4]) : Optional.empty();
    }
}
