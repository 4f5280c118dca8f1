package io.outputport.provisioner.hasura.access;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.remote.Systems;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.register.AccessLedger.UnsettledRole;
import io.outputport.provisioner.register.KnownPorts;
import io.outputport.provisioner.task.life.Recurring;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts root fields right that a task could not before its end: the role mapper or Hasura was away for longer than the task
 * had time. What Hasura shows the role when they are back is what it may use, as at the end of any failed task.
 */
public final class RootFieldWatch implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(RootFieldWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final int MOST = 50;
    /** It runs on a thread that tasks need as well. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Settlement settlement;
    private final Systems systems;
    private final KnownPorts known;
    private final InstantSource clock;

    public RootFieldWatch(Settlement settlement, Systems systems, KnownPorts known, InstantSource clock) {
        this.settlement = settlement;
        this.systems = systems;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "root-fields";
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void run() {
        Instant end = clock.instant().plus(LONGEST);
        known
                .ledger()
                .unsettledRoles(MOST)
                .match(
                        roles -> roles,
                        (after, problem) -> List.<UnsettledRole>of(),
                        problems -> List.<UnsettledRole>of())
                .stream()
                .takeWhile(role -> clock.instant().isBefore(end))
                .forEach(this::putRight);
    }

    private void putRight(UnsettledRole seen) {
        String component = seen.role().component();
        var unread = new PortIdentity(component, Optional.of(seen.role().role()), List.of(), Optional.empty());
        known.find(component)
                .map(unread::known)
                .then(port -> known.standing(component, People.NOBODY)
                        .then(standing -> settlement
                                .step(port, standing)
                                .then(step -> step.map(put -> again(seen, put))
                                        .orElseGet(() -> nothingToPut(seen, standing)))))
                .match(
                        change -> done(seen, change),
                        (after, problem) -> notYet(seen, problem),
                        problems -> notYet(seen, problems.get(0)));
    }

    private Outcome<Change> again(UnsettledRole seen, HasuraStep.PutRole put) {
        return systems.apply(
                new HasuraStep.RepeatRole(put.role(), put.component(), put.rootFields(), seen.call()), Progress.SILENT);
    }

    /** The role of a port that is to be new was never made. Of a living one, the next look may show more. */
    private Outcome<Change> nothingToPut(UnsettledRole seen, Standing standing) {
        return standing.isClosed()
                ? known.ledger().settleRootFields(seen).map(settled -> Change.UNCHANGED)
                : Outcome.done(Change.UNCHANGED);
    }

    private static Change done(UnsettledRole seen, Change change) {
        if (change == Change.CHANGED) {
            LOG.info(
                    "The root fields of {} are now what Hasura shows it.",
                    seen.role().role());
        }
        return change;
    }

    private static Change notYet(UnsettledRole seen, Problem problem) {
        LOG.warn(
                "The root fields of {} may not be what Hasura shows it; they are looked at again: {}",
                seen.role().role(),
                problem.sentence());
        return Change.UNCHANGED;
    }
}
