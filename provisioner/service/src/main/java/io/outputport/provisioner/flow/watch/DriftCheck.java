package io.outputport.provisioner.flow.watch;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.flow.watch.report.DriftReports;
import io.outputport.provisioner.flow.watch.report.DriftTally;
import io.outputport.provisioner.port.Drift;
import io.outputport.provisioner.port.DriftSearch;
import io.outputport.provisioner.port.PortTechnology;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.register.WatchedPort;
import io.outputport.provisioner.task.life.Recurring;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares all ports with one look at each technology. The order of reading is what makes it safe beside running tasks:
 * first the register, then the technology, then the queue. A task that was under way meanwhile is either still in the
 * queue, and its port is skipped, or has changed the revision, and what was seen is not written down.
 */
final class DriftCheck implements Recurring {
    private final DriftSettings settings;
    private final DriftWorld world;
    private final Technologies technologies;
    private final Watchers watchers;
    private final DriftReports reports;
    private final InstantSource clock;

    DriftCheck(
            DriftSettings settings,
            DriftWorld world,
            Technologies technologies,
            Watchers watchers,
            DriftReports reports,
            InstantSource clock) {
        this.settings = settings;
        this.world = world;
        this.technologies = technologies;
        this.watchers = watchers;
        this.reports = reports;
        this.clock = clock;
    }

    /** Who takes part in a check beside it. */
    record Watchers(PortJudge judge, Repairs repairs, DriftLog log) {}

    @Override
    public String name() {
        return DriftSettings.JOB;
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
        world.living().match(this::check, (after, problem) -> notChecked(problem), found -> notChecked(found.get(0)));
    }

    /** A technology that does not answer keeps no other from being looked at; no report is made then. */
    private boolean check(List<WatchedPort> ports) {
        DriftTally tally = new DriftTally();
        boolean complete = true;
        for (PortTechnology technology : technologies.all()) {
            List<WatchedPort> own = ports.stream()
                    .filter(port -> port.technology().equals(technology.name()))
                    .toList();
            complete &= own.isEmpty() || check(technology, own, tally);
        }
        if (complete) {
            reports.add(tally.report(clock.instant()));
        }
        return complete;
    }

    private boolean check(PortTechnology technology, List<WatchedPort> ports, DriftTally tally) {
        return technology
                .drift()
                .map(search -> check(ports, search, tally))
                .match(checked -> true, (after, problem) -> notChecked(problem), found -> notChecked(found.get(0)));
    }

    private boolean notChecked(Problem problem) {
        watchers.log().notChecked(problem.sentence());
        return false;
    }

    private DriftTally check(List<WatchedPort> ports, DriftSearch search, DriftTally tally) {
        Set<String> busy = world.busy();
        List<WatchedPort> idle =
                ports.stream().filter(port -> !busy.contains(port.component())).toList();
        Map<String, Boolean> lost =
                search.accessLost(idle.stream().map(WatchedPort::known).toList());
        tally.skip(ports.size() - idle.size());
        for (WatchedPort port : idle) {
            boolean before = port.sighting().roleMissing();
            look(port, search, lost.getOrDefault(port.component(), before), tally);
        }
        tally.emptySources(search.leftovers(settings.mode() == DriftMode.REPAIR));
        return tally;
    }

    private void look(WatchedPort port, DriftSearch search, boolean accessLost, DriftTally tally) {
        Instant now = clock.instant();
        Drift there = port.served().map(search::of).orElse(Drift.NONE);
        Drift drift = accessLost ? there.and(List.of(search.accessLostSentence())) : there;
        watchers.judge()
                .judge(port, drift, accessLost, now)
                .map(seen -> drift.isNone() || settings.mode() != DriftMode.REPAIR
                        ? seen
                        : watchers.repairs().of(port, seen, now))
                .ifPresentOrElse(seen -> tally.add(port.component(), seen), () -> tally.skip(1));
    }
}
