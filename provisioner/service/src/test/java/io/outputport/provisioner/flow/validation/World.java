package io.outputport.provisioner.flow.validation;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PREFIX;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.Columns;
import io.outputport.provisioner.descriptor.FakeTechnology;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.flow.Provision;
import io.outputport.provisioner.flow.access.Access;
import io.outputport.provisioner.flow.access.LockedIdentities;
import io.outputport.provisioner.flow.dryrun.DryRun;
import io.outputport.provisioner.flow.order.StoredOrder;
import io.outputport.provisioner.hasura.HasuraBuilder;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.remote.Remote;
import io.outputport.provisioner.hasura.remote.Systems;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.reconcile.Technologies;
import io.outputport.provisioner.register.LedgerInMemory;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskToken;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Everything around the operations: a source, a role mapper and a Hasura that hold what a test says. */
public final class World implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    public static final String ROLE = PREFIX + "role";
    private static final String LIVING = "{\"name\":\"s\",\"kind\":\"postgres\",\"configuration\":{},\"tables\":["
            + "{\"table\":{\"schema\":\"energy\",\"name\":\"daily_readings\"},\"configuration\":{\"custom_name\":\""
            + PREFIX + "table\"},\"select_permissions\":[{\"role\":\"" + ROLE
            + "\",\"permission\":{\"columns\":\"*\",\"filter\":{}}}]}]}";
    private static final TableFacts FACTS = new TableFacts(
            new SourceTable("postgres", FakeTechnology.DATABASE, "energy", "daily_readings"),
            true,
            List.of(
                    Columns.text("meter"),
                    Columns.of("day", "date", DataType.DATE, "date"),
                    Columns.of("kwh", "numeric", DataType.NUMERIC, "numeric")),
            List.of());

    public final List<HasuraStep> steps = new ArrayList<>();
    public final List<String> log = new ArrayList<>();
    public final Progress progress = (severity, phase, sentence) -> log.add(sentence);
    private final FakeTechnology technology = FakeTechnology.postgres();
    private SourceRules rules = SourceRules.NONE;
    private final List<Budget> budgets = new ArrayList<>();
    private Outcome<Actual> actual =
            Outcome.done(Actual.NOTHING_READ.withMetadata(Export.of().actual()));
    private HiddenTags hiddenTags = HiddenTags.NONE;
    private Runnable beforeReading = () -> {};
    private Optional<URI> endpoint = Optional.empty();
    private Optional<URI> console = Optional.empty();

    public World withSource() {
        return withSource(FACTS);
    }

    public World withSource(TableFacts facts) {
        technology.with(facts);
        return this;
    }

    public World hiding(String... tags) {
        hiddenTags = HiddenTags.of(List.of(tags));
        return this;
    }

    /** A register in memory, and nobody locked. */
    public Access access() {
        Map<String, PortRegister.RegisteredPort> entries = new HashMap<>();
        Map<String, List<ServedState>> tried = new HashMap<>();
        PortRegister register = new PortRegister() {
            @Override
            public Outcome<Optional<RegisteredPort>> find(String component) {
                return Outcome.done(Optional.ofNullable(entries.get(component)));
            }

            @Override
            public Outcome<RegisteredPort> save(RegisteredPort entry) {
                entries.put(entry.component(), entry);
                return Outcome.done(entry);
            }

            @Override
            public Outcome<List<ServedState>> tried(String component) {
                return Outcome.done(List.copyOf(tried.getOrDefault(component, List.of())));
            }

            @Override
            public Outcome<ServedState> trying(String component, ServedState place) {
                tried.computeIfAbsent(component, key -> new ArrayList<>()).add(place);
                return Outcome.done(place);
            }

            @Override
            public Outcome<String> beginRemoval(String component, String technology) {
                return save(RegisteredPort.closed(component, technology)).map(RegisteredPort::component);
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

    public World holding(Optional<String> role, Export export) {
        actual = Outcome.done(Actual.NOTHING_READ.withMetadata(export.actual()).withRole(role, Optional.empty()));
        return this;
    }

    /** A role mapper and a Hasura that serve the port of the tests' descriptor. */
    public World serving() {
        return holding(Optional.of(ROLE), Export.of(LIVING));
    }

    public World allowing(SourceRules only) {
        rules = only;
        return this;
    }

    public World answering(Outcome<Actual> outcome) {
        actual = outcome;
        return this;
    }

    World beforeReading(Runnable wait) {
        beforeReading = wait;
        return this;
    }

    public DescriptorCheck check() {
        return new DescriptorCheck(
                DescriptorLimits.ofBytes(1 << 20),
                Optional.empty(),
                technologies().notations());
    }

    public Technologies technologies() {
        return new Technologies(List.of(HasuraBuilder.over(List.of(technology), new Everything())
                .allowing(rules)
                .hiding(hiddenTags)
                .linkedTo(endpoint, console)
                .build()));
    }

    public Systems systems() {
        return new Systems(List.of(new Everything()));
    }

    public World linkedTo(URI graphql, URI ownConsole) {
        endpoint = Optional.of(graphql);
        console = Optional.of(ownConsole);
        return this;
    }

    public Provision provision() {
        return provision(access());
    }

    public Provision provision(Access access) {
        return new Provision(check(), technologies(), new Reconciler(), access);
    }

    public Validate validate(Duration length, boolean strict) {
        Budget budget = new Budget(length);
        budgets.add(budget);
        return new Validate(check(), technologies(), budget, strict);
    }

    public DryRun dryRun(Duration length) {
        Budget budget = new Budget(length);
        budgets.add(budget);
        return new DryRun(check(), technologies(), access(), budget);
    }

    public static Task task(Operation operation, StoredOrder order) {
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
        public boolean carriesOut(HasuraStep step) {
            return true;
        }

        @Override
        public Outcome<Change> apply(HasuraStep step, Progress ignored) {
            steps.add(step);
            return Outcome.done(Change.CHANGED);
        }
    }
}
