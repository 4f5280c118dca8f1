package io.outputport.provisioner.flow.watch;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.flow.watch.report.DriftReports;
import io.outputport.provisioner.flow.watch.report.DriftTally;
import io.outputport.provisioner.hasura.drift.DriftSearch;
import io.outputport.provisioner.port.Drift;
import io.outputport.provisioner.register.WatchedPort;
import io.outputport.provisioner.task.life.Recurring;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares all ports with one export of Hasura's metadata. The order of reading is what makes it safe beside running
 * tasks: first the register, then Hasura, then the queue. A task that was under way meanwhile is either still in the queue,
 * and its port is skipped, or has changed the revision, and what was seen is not written down.
 */
final class DriftCheck implements Recurring {
    private static final List<String> NO_ROLE = List.of("the role mapper does not know its role");

    private final DriftSettings settings;
    private final DriftWorld world;
    private final Watchers watchers;
    private final DriftReports reports;
    private final InstantSource clock;

    DriftCheck(DriftSettings settings, DriftWorld world, Watchers watchers, DriftReports reports, InstantSource clock) {
        this.settings = settings;
        this.world = world;
        this.watchers = watchers;
        this.reports = reports;
        this.clock = clock;
    }

    /** Who takes part in a check beside it. */
    record Watchers(RoleLook roles, PortJudge judge, Repairs repairs, EmptySourceWatch sources, DriftLog log) {}

    @Override
    public String name() {
        return "drift-check";
    }

    @Override
    public Duration interval() {
        return settings.interval();
    }

    @Override
    public void run() {
        if (settings.mode() == DriftMode.OFF) {
            return;
        }
        Outcome<DriftTally> tally = world.living().then(this::check);
        tally.match(this::report, (after, problem) -> notChecked(problem), found -> notChecked(found.get(0)));
    }

    private DriftTally report(DriftTally tally) {
        reports.add(tally.report(clock.instant()));
        return tally;
    }

    private DriftTally notChecked(Problem problem) {
        watchers.log().notChecked(problem.sentence());
        return new DriftTally();
    }

    private Outcome<DriftTally> check(List<WatchedPort> ports) {
        return ports.isEmpty() ? Outcome.done(new DriftTally()) : world.search().map(search -> check(ports, search));
    }

    private DriftTally check(List<WatchedPort> ports, DriftSearch search) {
        Set<String> busy = world.busy();
        List<WatchedPort> idle =
                ports.stream().filter(port -> !busy.contains(port.component())).toList();
        Map<String, Boolean> rolesMissing = watchers.roles().missing(idle);
        DriftTally tally = new DriftTally();
        tally.skip(ports.size() - idle.size());
        for (WatchedPort port : idle) {
            boolean before = port.sighting().roleMissing();
            look(port, search, rolesMissing.getOrDefault(port.component(), before), tally);
        }
        tally.emptySources(watchers.sources().look(search, settings.mode()));
        return tally;
    }

    private void look(WatchedPort port, DriftSearch search, boolean roleMissing, DriftTally tally) {
        Instant now = clock.instant();
        Drift inHasura = port.served().map(search::of).orElse(Drift.NONE);
        Drift drift = roleMissing ? inHasura.and(NO_ROLE) : inHasura;
        watchers.judge()
                .judge(port, drift, roleMissing, now)
                .map(seen -> drift.isNone() || settings.mode() != DriftMode.REPAIR
                        ? seen
                        : watchers.repairs().of(port, seen, now))
                .ifPresentOrElse(seen -> tally.add(port.component(), seen), () -> tally.skip(1));
    }
}
