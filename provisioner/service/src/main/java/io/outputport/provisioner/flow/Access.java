package io.outputport.provisioner.flow;

import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Progress;
import io.outputport.provisioner.plan.People;
import io.outputport.provisioner.plan.PortIdentity;
import io.outputport.provisioner.plan.ServedPort;
import io.outputport.provisioner.plan.Standing;
import io.outputport.provisioner.plan.Standing.Registration;
import io.outputport.provisioner.reconcile.PortRegister;
import io.outputport.provisioner.reconcile.PortRegister.Deployment;
import io.outputport.provisioner.reconcile.PortRegister.Entry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who has access to a port, as far as this service knows: the last snapshot in the register, and who is locked. */
final class Access {
    private final PortRegister register;
    private final LockedIdentities locked;
    private final InstantSource clock;

    Access(PortRegister register, LockedIdentities locked, InstantSource clock) {
        this.clock = clock;
        this.register = register;
        this.locked = locked;
    }

    People locked(Optional<DataProduct> product, Progress progress) {
        return locked.of(product, progress);
    }

    Outcome<Standing> standing(String component, People lockedPeople) {
        return register.find(component)
                .map(known -> new Standing(
                        known.map(Access::registration).orElse(Registration.UNKNOWN),
                        known.flatMap(Entry::refs).map(Refs::people),
                        lockedPeople));
    }

    /** The port with what the register knows of it: by that its entry is found even where somebody has changed it. */
    Outcome<PortIdentity> recognised(PortIdentity port) {
        return register.find(port.component())
                .map(known ->
                        port.withRegistered(known.flatMap(Entry::deployment).map(Deployment::served)));
    }

    /** Before the first step of whatever leaves the port new for the next provision, should it be cut off. */
    Outcome<Entry> close(String component) {
        return register.save(Entry.closed(component));
    }

    private static Registration registration(Entry entry) {
        return entry.closed() ? Registration.CLOSED : Registration.ALIVE;
    }

    /** After the last step of a provision, which changes nobody's access but that of locked identities. */
    Outcome<Entry> provisioned(Standing standing, Completed port) {
        Optional<List<String>> refs =
                port.isNew() ? Optional.of(List.of()) : standing.snapshot().map(Access::refs);
        Deployment deployment = new Deployment(port.descriptor(), port.served(), clock.instant());
        return register.save(new Entry(port.component(), false, refs, Optional.of(deployment)));
    }

    /** What a provision has carried out. */
    record Completed(String component, boolean isNew, String descriptor, ServedPort served) {}

    /** What was last carried out for a port that is alive; empty when it was removed or its removal has begun. */
    Outcome<Optional<StoredOrder>> lastOrder(String component) {
        return register.find(component)
                .map(known -> known.filter(entry -> !entry.closed())
                        .flatMap(Entry::deployment)
                        .map(last -> StoredOrder.ofDescriptor(last.descriptor())));
    }

    /** A port whose removal was begun stays marked: its next provision still counts it as new. */
    Outcome<Entry> given(String component, Standing standing, People people) {
        return register.save(new Entry(component, standing.isClosed(), Optional.of(refs(people)), Optional.empty()));
    }

    Outcome<String> forget(String component) {
        return register.forget(component);
    }

    private static List<String> refs(People people) {
        return Stream.concat(people.users().stream(), people.groups().stream()).toList();
    }
}
