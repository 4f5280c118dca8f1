package io.outputport.provisioner.flow;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.order.FlowProblems;
import io.outputport.provisioner.flow.order.ProductSpan;
import io.outputport.provisioner.flow.order.Refs;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.port.PortRequest;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import java.util.List;

/** Gives a port to exactly the people of a snapshot, whoever had it before. */
final class UpdateAcl implements TaskHandler {
    private final DescriptorCheck check;
    private final Technologies technologies;
    private final Reconciler reconciler;
    private final Access access;

    UpdateAcl(DescriptorCheck check, Technologies technologies, Reconciler reconciler, Access access) {
        this.check = check;
        this.technologies = technologies;
        this.access = access;
        this.reconciler = reconciler;
    }

    @Override
    public Operation operation() {
        return Operation.UPDATE_ACL;
    }

    /** A wish to stop counts before the first step only: users and groups belong together. */
    @Override
    public Outcome<TaskResult> handle(Task task, Progress progress) {
        return progress.isStopWished()
                ? Outcome.terminated("Stopped before anybody's access was changed.")
                : access(task, UntilItsEnd.unlessItTakesLong(progress));
    }

    /** Stopped on request between users and groups, it is completed; what failed is for who sent it to send again. */
    @Override
    public Outcome<?> abandon(Task task, List<Problem> problems, Progress progress) {
        if (progress.isStopWished()) {
            progress.report(
                    Severity.INFO, "plan", "Access has begun to change, so it is completed before the task stops.");
            return access(task, UntilItsEnd.unlessItTakesLong(progress))
                    .match(
                            Outcome::done,
                            Outcome.Later::new,
                            Outcome.Waiting::new,
                            left -> leftToItself(task, left.get(0), progress),
                            left -> leftToItself(task, left, progress));
        }
        progress.report(
                Severity.WARNING,
                "plan",
                "Whom this snapshot takes access from loses it as soon as access can be written, also without this"
                        + " task. Send updateacl again for those to whom it gives access.");
        return Outcome.done(task);
    }

    private static Outcome<?> leftToItself(Task task, Problem problem, Progress progress) {
        progress.report(Severity.INFO, "plan", problem.message());
        return Outcome.done(task);
    }

    private Outcome<TaskResult> access(Task task, Progress progress) {
        StoredOrder order = StoredOrder.read(task);
        return Refs.of(order.refs())
                .then(people -> check.identify(order.descriptor()).then(port -> {
                    ProductSpan.tell(port.product());
                    People locked = access.locked(port.product(), progress);
                    return access.heed(task, people, locked)
                            .then(left -> access.known(port.component()))
                            .then(known -> grant(new PortRequest(port, known), people, locked, progress));
                }));
    }

    private Outcome<TaskResult> grant(PortRequest port, People people, People locked, Progress progress) {
        return technologies
                .of(port)
                .then(technology -> access.standing(port.component(), locked)
                        .then(standing -> standing.isClosed()
                                        && !people.and(standing.locked()).isNobody()
                                ? Outcome.stopped(closed(port))
                                : grant(technology, port, people, standing, progress)));
    }

    /** A port that is known to be alive needs no whole look, so that access is taken away also while systems are down. */
    private Outcome<TaskResult> grant(
            PortTechnology technology, PortRequest port, People people, Standing standing, Progress progress) {
        return (standing.isAlive() ? technology.lookAtAccess(port) : technology.look(port))
                .then(snapshot -> snapshot.access(people, standing.locked()))
                .then(plan -> reconciler.apply(technology, plan, progress))
                .<Outcome<TaskResult>>match(
                        change -> access.given(port.component(), technology.name(), standing, people)
                                .then(entry -> granted(port, people, standing)),
                        (after, problem) -> unlessTakenAway(port, people, Outcome.later(after, problem)),
                        (after, problem) -> unlessTakenAway(port, people, new Outcome.Waiting<>(after, problem)),
                        Outcome.Stopped::new,
                        Outcome.Terminated::new);
    }

    private Outcome<TaskResult> granted(PortRequest port, People people, Standing standing) {
        People all = people.and(standing.locked());
        return unlessTakenAway(
                port,
                people,
                Outcome.done(new TaskResult(
                        "Access is as requested: " + count(all.users(), "user") + ", " + count(all.groups(), "group")
                                + ".",
                        PortInfo.locked(standing.locked()))));
    }

    /** What a later snapshot has taken away is not given any more, and not waited for either. */
    private Outcome<TaskResult> unlessTakenAway(PortRequest port, People people, Outcome<TaskResult> otherwise) {
        return access.takenAway(port.component(), people)
                .then(taken -> taken.isNobody() ? otherwise : Outcome.stopped(superseded(taken)));
    }

    private static Problem superseded(People taken) {
        return Problem.of(
                FlowProblems.SUPERSEDED,
                "A later snapshot came in before this one was carried out, and takes access from "
                        + count(taken.users(), "user") + " and " + count(taken.groups(), "group")
                        + " that this one names; the later one counts.");
    }

    private static Problem closed(PortRequest port) {
        return Problem.of(
                FlowProblems.PORT_CLOSED,
                "Output port " + port.component()
                        + " is only half there: its removal has begun, or it was never brought to life completely, so nobody"
                        + " can be given access to it.",
                "Deploy it first, then send updateacl again.");
    }

    private static String count(List<String> refs, String noun) {
        return refs.size() + " " + noun + (refs.size() == 1 ? "" : "s");
    }
}
