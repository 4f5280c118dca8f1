package io.outputport.provisioner.hasura.plan.wanted;

import io.outputport.provisioner.descriptor.model.RemovalDescriptor;
import io.outputport.provisioner.hasura.descriptor.HasuraNotation;
import io.outputport.provisioner.hasura.naming.Naming;
import io.outputport.provisioner.hasura.naming.ProductSources;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.PortRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * By what an output port is known in Hasura and in the role mapper. Only the component is certain: whoever removes a
 * port may hold a descriptor whose names can no longer be read.
 *
 * @param component the component's id
 * @param computedRole the role id that its names give; an older one in the role mapper counts instead
 * @param prefixes the legal beginnings of its names
 * @param sources the sources that its data product can have
 * @param registered where and how it was last carried out, as the register says
 * @param tried where else it may have been put since, by provisions that did not get to their end
 */
public record PortIdentity(
        String component,
        Optional<String> computedRole,
        Collection<String> prefixes,
        Optional<ProductSources> sources,
        Optional<ServedPort> registered,
        List<ServedPort> tried) {
    public PortIdentity {
        prefixes = List.copyOf(prefixes);
        tried = List.copyOf(tried);
    }

    /** A port by its descriptor alone. */
    public PortIdentity(
            String component,
            Optional<String> computedRole,
            Collection<String> prefixes,
            Optional<ProductSources> sources) {
        this(component, computedRole, prefixes, sources, Optional.empty(), List.of());
    }

    /** The role id where another component holds the computed one and has given up its name. */
    public Optional<String> ownRole() {
        return computedRole.map(role -> Naming.ownRoleId(role, component));
    }

    /** Every role id that the role mapper can know the port by, the likeliest first. */
    public List<String> possibleRoles() {
        return Stream.of(registered.map(ServedPort::role), computedRole, ownRole())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Of a port whose descriptor need not be valid any more. */
    public static PortIdentity of(PortRequest port) {
        RemovalDescriptor descriptor = port.descriptor();
        return new PortIdentity(
                        descriptor.component(),
                        descriptor.prefixes().stream().findFirst().map(Naming::roleId),
                        descriptor.prefixes(),
                        descriptor.product().map(Naming::sources))
                .known(port.known());
    }

    /** With what the register knows of it: by that its entry is found even where somebody has changed it. */
    public PortIdentity known(KnownPort port) {
        KnownPort own = port.asSeenBy(HasuraNotation.NAME);
        return new PortIdentity(
                component,
                computedRole,
                prefixes,
                sources,
                own.served().map(ServedPortJson::read),
                own.tried().stream().map(ServedPortJson::read).toList());
    }

    /** Whether it was, or is being, carried out in another place than this. */
    public boolean movesTo(ServedPort place) {
        return registered.filter(served -> !served.isWhere(place)).isPresent()
                && tried.stream().noneMatch(place::isWhere);
    }
}
