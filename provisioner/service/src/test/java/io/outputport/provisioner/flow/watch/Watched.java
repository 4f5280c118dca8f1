package io.outputport.provisioner.flow.watch;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.flow.watch.report.DriftReport;
import io.outputport.provisioner.flow.watch.report.DriftReports;
import io.outputport.provisioner.hasura.HasuraBuilder;
import io.outputport.provisioner.hasura.drift.MetadataDrift;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.ProvisionPlan;
import io.outputport.provisioner.hasura.plan.wanted.PlainDialect;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.ServedPortJson;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.remote.Remote;
import io.outputport.provisioner.hasura.remote.SourceRemoval;
import io.outputport.provisioner.hasura.remote.Systems;
import io.outputport.provisioner.hasura.watch.EmptySourceWatch;
import io.outputport.provisioner.hasura.watch.HasuraDrift;
import io.outputport.provisioner.hasura.watch.RoleLook;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.register.PortState;
import io.outputport.provisioner.register.PortWatch;
import io.outputport.provisioner.register.WatchedPort;
import io.outputport.provisioner.register.WatchedPort.Sighting;
import io.outputport.provisioner.task.Acceptance;
import io.outputport.provisioner.task.Submission;
import io.outputport.provisioner.task.TaskToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Ports in a register, a Hasura and a role mapper that hold what a test says, and a queue that only takes in. */
final class Watched implements PortWatch, SourceRemoval {
    static final WantedPort PORT = aPort().build();
    static final String COMPONENT = PORT.identity().component();
    static final Export SERVED = Export.of().with(PORT);

    final List<Submission> submissions = new ArrayList<>();
    final Set<String> busy = new HashSet<>();
    final Set<String> rolesGone = new HashSet<>();
    final Set<String> removedSources = new HashSet<>();
    final List<String> rolesAsked = new ArrayList<>();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final DriftReports reports = new DriftReports(metrics);
    Optional<Export> hasura = Optional.of(SERVED);
    boolean queueFull;
    boolean roleMapperDown;
    int exports;
    Instant now = Instant.parse("2026-11-21T23:50:00Z");
    private final TreeMap<String, WatchedPort> rows = new TreeMap<>();
    private final DriftCheck check;

    Watched(String mode) {
        DriftSettings settings = new DriftSettings(DriftMode.valueOf(mode), Duration.ofMinutes(15));
        DriftWorld world = new DriftWorld(this, () -> busy);
        RoleLook roles = new RoleLook(new Systems(List.of(new RoleMapper())), () -> now);
        EmptySourceWatch sources = new EmptySourceWatch(this);
        Technologies technologies = new Technologies(List.of(HasuraBuilder.over(List.of(), new RoleMapper())
                .watching(
                        () -> metadata()
                                .map(metadata -> new HasuraDrift(
                                        new MetadataDrift(
                                                metadata,
                                                (source, table) -> Optional.empty(),
                                                List.of(new PlainDialect())),
                                        roles,
                                        sources)),
                        this)
                .build()));
        DriftLog log = new DriftLog(technologies);
        PortJudge judge = new PortJudge(this, log);
        Repairs repairs = new Repairs(judge, this::submit, log);
        check = new DriftCheck(
                settings, world, technologies, new DriftCheck.Watchers(judge, repairs, log), reports, () -> now);
        carryOut(COMPONENT);
    }

    @Override
    public Outcome<List<String>> empty() {
        throw new AssertionError("a check has read the metadata already");
    }

    @Override
    public Outcome<List<String>> remove(Set<String> names) {
        removedSources.addAll(names);
        return Outcome.done(List.copyOf(names));
    }

    /** As a completed provision does. */
    void carryOut(String component) {
        long revision = Optional.ofNullable(rows.get(component))
                        .map(WatchedPort::revision)
                        .orElse(0L)
                + 1;
        Sighting seen = Optional.ofNullable(rows.get(component))
                .map(WatchedPort::sighting)
                .orElse(Sighting.NOTHING);
        put(component, revision, PortState.IN_SYNC, seen);
    }

    void close(String component) {
        put(
                component,
                port(component).revision() + 1,
                PortState.CLOSED,
                port(component).sighting());
    }

    void check() {
        check.run();
    }

    void checkAfter(Duration wait) {
        now = now.plus(wait);
        check();
    }

    WatchedPort port() {
        return port(COMPONENT);
    }

    WatchedPort port(String component) {
        return Optional.ofNullable(rows.get(component)).orElseThrow();
    }

    DriftReport report() {
        return reports.last().orElseThrow();
    }

    @Override
    public Outcome<List<WatchedPort>> ports(Page page) {
        return Outcome.done(rows.values().stream()
                .filter(port -> page.after()
                        .filter(last -> port.component().compareTo(last) <= 0)
                        .isEmpty())
                .limit(page.limit())
                .toList());
    }

    @Override
    public Outcome<Boolean> note(WatchedPort port, Sighting seen) {
        WatchedPort row = port(port.component());
        boolean same = row.revision() == port.revision() && row.state() != PortState.CLOSED;
        if (same) {
            PortState state = seen.drift().missing() ? PortState.MISSING : PortState.DRIFTED;
            put(port.component(), row.revision(), seen.drift().isNone() ? PortState.IN_SYNC : state, seen);
        }
        return Outcome.done(same);
    }

    private void put(String component, long revision, PortState state, Sighting seen) {
        rows.put(
                component,
                new WatchedPort(
                        component, "hasura", revision, state, Optional.of(served()), Optional.of(now), false, seen));
    }

    private static ServedState served() {
        Actual nothing = Actual.NOTHING_READ.withMetadata(Export.of().actual());
        return ServedPortJson.state(((Outcome.Done<ProvisionPlan>) Plans.provision(PORT, nothing))
                .value()
                .served(PORT));
    }

    private Outcome<io.outputport.provisioner.hasura.plan.entry.ActualMetadata> metadata() {
        exports++;
        return hasura.map(export -> Outcome.done(export.actual())).orElseGet(Watched::down);
    }

    private static <T> Outcome<T> down() {
        return Outcome.later(Duration.ofSeconds(5), Problem.of(new ProblemCode("down"), "It does not answer."));
    }

    private Acceptance submit(Submission submission) {
        if (queueFull) {
            return new Acceptance.Rejected("The queue is full.", Duration.ofSeconds(30));
        }
        submissions.add(submission);
        return new Acceptance.Accepted(new TaskToken(new UUID(0, submissions.size())));
    }

    private final class RoleMapper implements Remote {
        @Override
        public boolean decidesAccess() {
            return true;
        }

        @Override
        public Outcome<Actual> read(PortIdentity port, Actual soFar) {
            rolesAsked.add(port.component());
            Optional<String> role = Optional.of("role").filter(known -> !rolesGone.contains(port.component()));
            return roleMapperDown ? down() : Outcome.done(soFar.withRole(role, Optional.empty()));
        }

        @Override
        public boolean carriesOut(HasuraStep step) {
            return false;
        }

        @Override
        public Outcome<Change> apply(HasuraStep step, Progress progress) {
            throw new IllegalStateException("a drift check changes nothing");
        }
    }
}
