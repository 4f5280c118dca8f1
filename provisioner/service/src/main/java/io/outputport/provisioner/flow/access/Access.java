package io.outputport.provisioner.flow.access;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.AccessLedger.Wish;
import io.outputport.provisioner.register.AccessLedger.Word;
import io.outputport.provisioner.register.KnownPorts;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.register.PortRegister.Deployment;
import io.outputport.provisioner.register.PortRegister.RegisteredPort;
import io.outputport.provisioner.task.Task;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who has access to a port, as far as this service knows: the last snapshot in the register, and who is locked. */
public final class Access {
    private final PortRegister register;
    private final AccessLedger ledger;
    private final LockedIdentities locked;
    private final InstantSource clock;
    private final KnownPorts known;

    public Access(PortRegister register, AccessLedger ledger, LockedIdentities locked, InstantSource clock) {
        this.clock = clock;
        this.register = register;
        this.ledger = ledger;
        this.locked = locked;
        this.known = new KnownPorts(register, ledger);
    }

    public People locked(Optional<DataProduct> product, Progress progress) {
        return locked.of(product, progress);
    }

    public Outcome<Standing> standing(String component, People lockedPeople) {
        return known.standing(component, lockedPeople);
    }

    /** Usually so since the snapshot was accepted, unless the process died or its database was away just then. */
    public Outcome<Optional<Word>> heed(Task task, People asked, People lockedPeople) {
        return ledger.restrict(task.component(), task.token().toString(), new Wish(asked, lockedPeople));
    }

    /** Whom of these a later snapshot has taken access from; done and empty when nobody. */
    public Outcome<People> takenAway(String component, People asked) {
        return ledger.find(component)
                .map(word -> word.flatMap(Word::ceiling).map(asked::without).orElse(People.NOBODY));
    }

    public Outcome<KnownPort> known(String component) {
        return known.find(component);
    }

    /** Before anything is told: what a provision that fails leaves in another place stays known to be the port's. */
    public Outcome<ServedState> moving(String component, ServedState place) {
        return register.trying(component, place);
    }

    /** Before the first step of whatever leaves the port new for the next provision, should it be cut off. */
    public Outcome<RegisteredPort> close(String component, String technology) {
        return register.save(RegisteredPort.closed(component, technology));
    }

    /** The same for a removal, which can be taken back as long as it has not taken everybody's access for certain. */
    public Outcome<String> beginRemoval(String component, String technology) {
        return register.beginRemoval(component, technology);
    }

    public Outcome<Boolean> takeBackRemoval(String component, Optional<DataProduct> product) {
        return register.takeBackRemoval(component, locked(product, Progress.SILENT));
    }

    /** After the last step of a provision, which changes nobody's access but that of locked identities. */
    public Outcome<RegisteredPort> provisioned(Standing standing, CompletedProvision port) {
        Optional<List<String>> refs =
                port.isNew() ? Optional.of(List.of()) : standing.snapshot().map(People::refs);
        Deployment deployment = new Deployment(port.descriptor(), port.served(), clock.instant());
        return register.save(
                new RegisteredPort(port.component(), port.served().technology(), false, refs, Optional.of(deployment)));
    }

    /** What a provision has carried out. */
    public record CompletedProvision(String component, boolean isNew, String descriptor, ServedState served) {}

    /** What was last carried out for a port that is alive; empty when it was removed or its removal has begun. */
    public Outcome<Optional<StoredOrder>> lastOrder(String component) {
        return register.find(component)
                .map(known -> known.filter(entry -> !entry.closed())
                        .flatMap(RegisteredPort::deployment)
                        .map(last -> StoredOrder.ofDescriptor(last.descriptor())));
    }

    /** A port whose removal was begun stays marked: its next provision still counts it as new. */
    public Outcome<RegisteredPort> given(String component, String technology, Standing standing, People people) {
        return register.save(new RegisteredPort(
                component, technology, standing.isClosed(), Optional.of(people.refs()), Optional.empty()));
    }

    public Outcome<String> forget(String component) {
        return register.forget(component).then(ledger::forget);
    }
}
