package io.outputport.provisioner.flow;

import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Progress;
import io.outputport.provisioner.plan.People;
import io.outputport.provisioner.plan.Standing;
import io.outputport.provisioner.reconcile.PortRegister;
import io.outputport.provisioner.reconcile.PortRegister.Entry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who has access to a port, as far as this service knows: the last snapshot in the register, and who is locked. */
final class Access {
    private final PortRegister register;
    private final LockedIdentities locked;

    Access(PortRegister register, LockedIdentities locked) {
        this.register = register;
        this.locked = locked;
    }

    People locked(Optional<DataProduct> product, Progress progress) {
        return locked.of(product, progress);
    }

    Outcome<Standing> standing(String component, People lockedPeople) {
        return register.find(component)
                .map(known -> new Standing(
                        known.filter(Entry::closed).isPresent(),
                        known.flatMap(Entry::refs).map(Refs::people),
                        lockedPeople));
    }

    /** Before the first step of whatever leaves the port new for the next provision, should it be cut off. */
    Outcome<Entry> close(String component) {
        return register.save(Entry.closed(component));
    }

    /** After the last step of a provision, which changes nobody's access but that of locked identities. */
    Outcome<Entry> provisioned(String component, Standing standing, boolean isNew) {
        Optional<List<String>> refs =
                isNew ? Optional.of(List.of()) : standing.snapshot().map(Access::refs);
        return register.save(new Entry(component, false, refs));
    }

    /** A port whose removal was begun stays marked: its next provision still counts it as new. */
    Outcome<Entry> given(String component, Standing standing, People people) {
        return register.save(new Entry(component, standing.closed(), Optional.of(refs(people))));
    }

    Outcome<String> forget(String component) {
        return register.forget(component);
    }

    private static List<String> refs(People people) {
        return Stream.concat(people.users().stream(), people.groups().stream()).toList();
    }
}
