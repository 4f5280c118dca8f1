package io.outputport.provisioner.flow.access;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.flow.order.Refs;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.AccessLedger.Wish;
import io.outputport.provisioner.register.AccessLedger.Word;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries words out that no task is carrying out: those that an accepted snapshot has left, and those whose task is over
 * while it is not certain that they are carried out. It needs the system that
 * keeps access, and the task database only.
 */
public final class Revocations implements Revocation {
    private static final Logger LOG = LoggerFactory.getLogger(Revocations.class);
    private static final int AT_ONCE = 50;

    private final DescriptorCheck check;
    private final Technologies technologies;
    private final Reconciler reconciler;
    private final Access access;
    private final AccessLedger ledger;
    private final AccessThreads beside;

    public Revocations(
            DescriptorCheck check,
            Technologies technologies,
            Reconciler reconciler,
            Access access,
            AccessLedger ledger,
            AccessThreads beside) {
        this.check = check;
        this.technologies = technologies;
        this.reconciler = reconciler;
        this.access = access;
        this.ledger = ledger;
        this.beside = beside;
    }

    /** What a crash or an outage of the database keeps this from storing, {@link #catchUp} stores. */
    @Override
    public void accepted(String component, String token, String request) {
        restrict(component, token, request).ifPresent(word -> beside.carryOut(component, () -> carryOut(component)));
    }

    private Optional<Word> restrict(String component, String token, String request) {
        StoredOrder order = StoredOrder.read(token, request);
        People asked = Refs.people(order.refs());
        Outcome<Optional<Word>> left = check.identify(order.descriptor())
                .map(port -> new Wish(asked, access.locked(port.product(), Progress.SILENT)))
                .then(snapshot -> ledger.restrict(component, token, snapshot));
        return left.match(word -> word, (after, problem) -> told(component, problem), problems -> Optional.empty());
    }

    /** Every few moments: words that are not known to be carried out. */
    public void sweep() {
        ledger.unsettled(AT_ONCE)
                .match(words -> words, (after, problem) -> List.<Word>of(), problems -> List.<Word>of())
                .forEach(word -> beside.carryOut(word.component(), () -> carryOut(word.component())));
    }

    /** Now and then: snapshots that were accepted, and then the process died. */
    public void catchUp() {
        ledger.unheeded(AT_ONCE)
                .match(
                        snapshots -> snapshots,
                        (after, problem) -> List.<AccessLedger.Snapshot>of(),
                        problems -> List.<AccessLedger.Snapshot>of())
                .forEach(snapshot -> accepted(snapshot.component(), snapshot.token(), snapshot.request()));
    }

    private void carryOut(String component) {
        access.known(component)
                .then(this::carryOut)
                .match(
                        change -> told(component),
                        (after, problem) -> told(component, problem),
                        problems -> told(component, problems.get(0)));
    }

    private Outcome<Change> carryOut(KnownPort port) {
        return port.technology()
                .map(name -> technologies.named(name).then(technology -> carryOut(port, List.of(technology))))
                .orElseGet(() -> carryOut(port, technologies.all()));
    }

    /** In no register: whichever technology knows somebody who has access. */
    private Outcome<Change> carryOut(KnownPort port, List<PortTechnology> possible) {
        Outcome<Optional<Outcome<Change>>> taken = Outcome.done(Optional.empty());
        for (PortTechnology technology : possible) {
            taken = taken.then(known -> known.isPresent()
                    ? Outcome.done(known)
                    : technology
                            .repeatedAccess(port)
                            .map(step -> step.map(found -> reconciler.apply(technology, found, Progress.SILENT))));
        }
        return taken.then(change -> change.orElseGet(() -> nobodyHasIt(port.component())));
    }

    /** Where nobody has access, a task that gives it says its own word. */
    private Outcome<Change> nobodyHasIt(String component) {
        return ledger.find(component)
                .then(word -> word.map(ledger::settle).orElseGet(() -> Outcome.done(true)))
                .map(settled -> Change.UNCHANGED);
    }

    private static Optional<Word> told(String component) {
        LOG.info("Access to {} is down to what its newest snapshot leaves.", component);
        return Optional.empty();
    }

    private static Optional<Word> told(String component, Problem problem) {
        LOG.warn("Access to {} is not yet what its newest snapshot says: {}", component, problem.sentence());
        return Optional.empty();
    }
}
