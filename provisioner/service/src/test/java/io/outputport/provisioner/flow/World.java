package io.outputport.provisioner.flow;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PREFIX;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.Columns;
import io.outputport.provisioner.descriptor.FakeTechnology;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.descriptor.validate.DescriptorCheck;
import io.outputport.provisioner.descriptor.validate.OperatorRules;
import io.outputport.provisioner.plan.Actual;
import io.outputport.provisioner.plan.HiddenTags;
import io.outputport.provisioner.plan.People;
import io.outputport.provisioner.plan.PlainDialect;
import io.outputport.provisioner.plan.PortIdentity;
import io.outputport.provisioner.plan.ServedPort;
import io.outputport.provisioner.plan.Step;
import io.outputport.provisioner.plan.WantedPorts;
import io.outputport.provisioner.plan.wave.WritePolicy;
import io.outputport.provisioner.reconcile.Change;
import io.outputport.provisioner.reconcile.LedgerInMemory;
import io.outputport.provisioner.reconcile.PortRegister;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.reconcile.Remote;
import io.outputport.provisioner.remote.hasura.Export;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything around the operations: a source, a role mapper and a Hasura that hold what a test says. */
final class World implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    static final String ROLE = PREFIX + "role";
    private static final TableFacts FACTS = new TableFacts(
            new SourceTable("postgres", FakeTechnology.DATABASE, "energy", "daily_readings"),
            true,
            List.of(
                    Columns.text("meter"),
                    Columns.of("day", "date", DataType.DATE, "date"),
                    Columns.of("kwh", "numeric", DataType.NUMERIC, "numeric")),
            List.of());

    final List<Step> steps = new ArrayList<>();
    final List<String> log = new ArrayList<>();
    final Progress progress = (severity, phase, sentence) -> log.add(sentence);
    private final FakeTechnology technology = FakeTechnology.postgres();
    private SourceRules rules = SourceRules.NONE;
    private final List<Budget> budgets = new ArrayList<>();
    private Outcome<Actual> actual =
            Outcome.done(Actual.NOTHING_READ.withMetadata(Export.of().actual()));
    private HiddenTags hiddenTags = HiddenTags.NONE;
    private Runnable beforeReading = () -> {};

    World withSource() {
        return withSource(FACTS);
    }

    World withSource(TableFacts facts) {
        technology.with(facts);
        return this;
    }

    World hiding(String... tags) {
        hiddenTags = HiddenTags.of(List.of(tags));
        return this;
    }

    /** A register in memory, and nobody locked. */
    Access access() {
        Map<String, PortRegister.Entry> entries = new HashMap<>();
        Map<String, List<ServedPort>> tried = new HashMap<>();
        PortRegister register = new PortRegister() {
            @Override
            public Outcome<Optional<Entry>> find(String component) {
                return Outcome.done(Optional.ofNullable(entries.get(component)));
            }

            @Override
            public Outcome<Entry> save(Entry entry) {
                entries.put(entry.component(), entry);
                return Outcome.done(entry);
            }

            @Override
            public Outcome<List<ServedPort>> tried(String component) {
                return Outcome.done(List.copyOf(tried.getOrDefault(component, List.of())));
            }

            @Override
            public Outcome<ServedPort> trying(String component, ServedPort place) {
                tried.computeIfAbsent(component, key -> new ArrayList<>()).add(place);
                return Outcome.done(place);
            }

            @Override
            public Outcome<String> beginRemoval(String component) {
                return save(Entry.closed(component)).map(Entry::component);
            }

            /** The role mapper of these tests does what it is told, so a removal that has begun has taken access away. */
            @Override
            public Outcome<Boolean> takeBackRemoval(String component, People locked) {
                return Outcome.done(false);
            }

            @Override
            public Outcome<String> forget(String component) {
                entries.remove(component);
                return Outcome.done(component);
            }
        };
        return new Access(register, new LedgerInMemory(), LockedIdentities.from(Settings.of(Map.of())), () -> NOW);
    }

    World holding(Optional<String> role, Export export) {
        actual = Outcome.done(Actual.NOTHING_READ.withMetadata(export.actual()).withRole(role, Optional.empty()));
        return this;
    }

    World allowing(SourceRules only) {
        rules = only;
        return this;
    }

    World answering(Outcome<Actual> outcome) {
        actual = outcome;
        return this;
    }

    World beforeReading(Runnable wait) {
        beforeReading = wait;
        return this;
    }

    DescriptorCheck check() {
        return new DescriptorCheck(
                DescriptorLimits.ofBytes(1 << 20), OperatorRules.of(Optional.empty()), List.of(technology));
    }

    Sources sources() {
        WantedPorts wanted = new WantedPorts(new WantedPorts.Options(false, hiddenTags));
        return new Sources(List.of(technology), List.of(new PlainDialect()), wanted, () -> true, rules);
    }

    Reconciler reconciler() {
        return new Reconciler(List.of(new Everything()));
    }

    Validate validate(Duration length, boolean strict) {
        Budget budget = new Budget(length);
        budgets.add(budget);
        return new Validate(check(), sources(), reconciler(), budget, strict);
    }

    DryRun dryRun(Duration length) {
        Budget budget = new Budget(length);
        budgets.add(budget);
        return new DryRun(check(), sources(), new DryRun.Target(reconciler(), WritePolicy.REPLACE), access(), budget);
    }

    static Task task(Operation operation, StoredOrder order) {
        TaskToken token = new TaskToken(new UUID(0, 1));
        return new Task(token, operation, "urn", order.text(), Instant.EPOCH, 1);
    }

    @Override
    public void close() {
        budgets.forEach(Budget::close);
    }

    private final class Everything implements Remote {
        @Override
        public boolean decidesAccess() {
            return true;
        }

        @Override
        public Outcome<Actual> read(PortIdentity port, Actual soFar) {
            beforeReading.run();
            return actual;
        }

        @Override
        public boolean carriesOut(Step step) {
            return true;
        }

        @Override
        public Outcome<Change> apply(Step step, Progress ignored) {
            steps.add(step);
            return Outcome.done(Change.CHANGED);
        }
    }
}
