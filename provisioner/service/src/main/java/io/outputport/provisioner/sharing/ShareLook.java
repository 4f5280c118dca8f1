package io.outputport.provisioner.sharing;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.sharing.descriptor.SharingNotation;
import io.outputport.provisioner.sharing.plan.HeldShare;
import io.outputport.provisioner.sharing.plan.Owner;
import io.outputport.provisioner.sharing.plan.PortShares;
import io.outputport.provisioner.sharing.plan.ServedShare;
import io.outputport.provisioner.sharing.server.SharingClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the shares of a port: by the names that the register remembers; by what they say where it remembers nothing. */
record ShareLook(SharingClient client) {
    Outcome<PortShares> at(KnownPort port, Optional<String> wanted) {
        Owner owner = owner(port);
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        wanted.ifPresent(names::add);
        owner.known().forEach(served -> names.add(served.share()));
        return owner.known().isEmpty()
                ? client.shares(owner).then(all -> {
                    all.stream().filter(owner::owns).map(HeldShare::name).forEach(names::add);
                    return read(owner, names);
                })
                : read(owner, names);
    }

    private static Owner owner(KnownPort port) {
        KnownPort own = port.asSeenBy(SharingNotation.NAME);
        List<ServedShare> known = Stream.concat(own.served().stream(), own.tried().stream())
                .map(ServedShare::read)
                .toList();
        return new Owner(port.component(), known);
    }

    private Outcome<PortShares> read(Owner owner, Set<String> names) {
        Outcome<List<HeldShare>> found = Outcome.done(new ArrayList<>());
        for (String name : names) {
            found = found.then(before -> client.share(name).map(share -> {
                share.ifPresent(before::add);
                return before;
            }));
        }
        return found.map(shares -> new PortShares(owner, shares));
    }
}
