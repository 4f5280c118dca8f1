package io.outputport.provisioner.register.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.CommitWatch;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.foundation.store.TestingPostgres;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.hasura.plan.wanted.ServedPortJson;
import io.outputport.provisioner.port.Drift;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.AccessLedger.RoleCall;
import io.outputport.provisioner.register.AccessLedger.RoleOf;
import io.outputport.provisioner.register.AccessLedger.UnsettledRole;
import io.outputport.provisioner.register.AccessLedger.Wish;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.register.PortRegister.Deployment;
import io.outputport.provisioner.register.PortRegister.RegisteredPort;
import io.outputport.provisioner.register.PortState;
import io.outputport.provisioner.register.PortWatch;
import io.outputport.provisioner.register.PortWatch.Page;
import io.outputport.provisioner.register.WatchedPort;
import io.outputport.provisioner.register.WatchedPort.Sighting;
import io.outputport.provisioner.task.store.TaskDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The register of ports on both databases. */
class PortRegisterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Sighting DRIFTED = new Sighting(
            Optional.of(NOW),
            new Drift(false, List.of("all columns may be read")),
            true,
            List.of(NOW.minusSeconds(5)),
            true);

    @TempDir
    private Path folder;

    private Optional<OpenDatabase> database = Optional.empty();

    @AfterEach
    void close() {
        database.ifPresent(OpenDatabase::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void it_remembers_a_port_until_it_is_forgotten(String kind) {
        PortRegister register = register(kind);
        RegisteredPort open = new RegisteredPort(
                "c", "hasura", false, Optional.of(List.of("user:ann", "group:o'neill")), Optional.empty());

        assertThat(register.find("c")).isEqualTo(Outcome.done(Optional.empty()));
        register.save(RegisteredPort.closed("c", "hasura"));
        assertThat(register.find("c")).isEqualTo(Outcome.done(Optional.of(RegisteredPort.closed("c", "hasura"))));
        register.save(open);
        assertThat(register.find("c")).isEqualTo(Outcome.done(Optional.of(open)));
        register.forget("c");
        assertThat(register.find("c")).isEqualTo(Outcome.done(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void what_was_carried_out_stays_when_access_is_given(String kind) {
        PortRegister register = register(kind);
        Deployment deployment = deployment("the: descriptor");
        RegisteredPort given =
                new RegisteredPort("c", "hasura", false, Optional.of(List.of("user:ann")), Optional.empty());

        register.save(new RegisteredPort("c", "hasura", false, Optional.empty(), Optional.of(deployment)));
        register.save(given);

        assertThat(register.find("c"))
                .isEqualTo(Outcome.done(Optional.of(new RegisteredPort(
                        "c", "hasura", false, Optional.of(List.of("user:ann")), Optional.of(deployment)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void what_was_seen_of_a_port_counts_until_it_is_carried_out_again(String kind) {
        PortRegister register = register(kind);
        PortWatch watch = watch();
        RegisteredPort entry =
                new RegisteredPort("c", "hasura", false, Optional.empty(), Optional.of(deployment("one")));
        register.save(entry);
        WatchedPort port = only(watch, Page.first());

        assertThat(port.state()).isEqualTo(PortState.IN_SYNC);
        assertThat(port.served()).contains(deployment("one").served());
        assertThat(watch.note(port, DRIFTED)).isEqualTo(Outcome.done(true));
        assertThat(only(watch, Page.first()).sighting()).isEqualTo(DRIFTED);
        assertThat(only(watch, Page.first()).state()).isEqualTo(PortState.DRIFTED);

        register.save(entry);

        assertThat(only(watch, Page.first()).state()).isEqualTo(PortState.IN_SYNC);
        assertThat(watch.note(port, Sighting.NOTHING)).isEqualTo(Outcome.done(false));
        assertThat(only(watch, Page.first()).sighting().repairs()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_port_that_is_being_removed_is_not_noted_any_more(String kind) {
        PortRegister register = register(kind);
        PortWatch watch = watch();
        register.save(new RegisteredPort("c", "hasura", false, Optional.empty(), Optional.of(deployment("one"))));
        WatchedPort port = only(watch, Page.first());

        register.save(RegisteredPort.closed("c", "hasura"));

        assertThat(watch.note(port, DRIFTED)).isEqualTo(Outcome.done(false));
        assertThat(only(watch, Page.first()).state()).isEqualTo(PortState.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void ports_are_found_by_component_and_state_page_by_page(String kind) {
        PortRegister register = register(kind);
        PortWatch watch = watch();
        for (String component : List.of("a", "b", "c")) {
            register.save(
                    new RegisteredPort(component, "hasura", false, Optional.empty(), Optional.of(deployment("one"))));
        }
        register.save(RegisteredPort.closed("d", "hasura"));
        Page two = new Page(Optional.empty(), Optional.of(PortState.IN_SYNC), Optional.empty(), 2);

        assertThat(components(watch, two)).containsExactly("a", "b");
        assertThat(components(watch, two.behind("b"))).containsExactly("c");
        assertThat(components(watch, new Page(Optional.of("d"), Optional.empty(), Optional.empty(), 5)))
                .containsExactly("d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void access_is_unsettled_while_a_call_may_be_at_work_or_the_newest_word_is_not_carried_out(String kind) {
        PortRegister register = register(kind);
        PortWatch watch = watch();
        AccessLedger ledger =
                new RegisterFactory().ledger(database.orElseThrow().database());
        register.save(new RegisteredPort("c", "hasura", false, Optional.empty(), Optional.of(deployment("one"))));
        RoleOf role = new RoleOf("p_role", "c");
        assertThat(only(watch, Page.first()).accessUnsettled()).isFalse();

        RoleCall fields = done(ledger.beginRootFields(role, List.of(), Duration.ofMinutes(1)));
        assertThat(only(watch, Page.first()).accessUnsettled()).isTrue();
        ledger.over(fields);
        assertThat(only(watch, Page.first()).accessUnsettled()).isTrue();
        ledger.settleRootFields(new UnsettledRole(role, fields.id()));
        assertThat(only(watch, Page.first()).accessUnsettled()).isFalse();

        RoleCall people = done(ledger.begin(role, new Wish(People.NOBODY, People.NOBODY), entries -> Duration.ZERO));
        ledger.over(people);
        assertThat(only(watch, Page.first()).accessUnsettled()).isTrue();
        ledger.settle(people.word().orElseThrow());
        assertThat(only(watch, Page.first()).accessUnsettled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void where_a_port_was_tried_is_known_until_its_next_deployment(String kind) {
        PortRegister register = register(kind);
        RegisteredPort entry =
                new RegisteredPort("c", "hasura", false, Optional.empty(), Optional.of(deployment("one")));
        ServedState place = deployment("two").served();
        register.save(entry);

        register.trying("c", place);
        register.save(new RegisteredPort("c", "hasura", false, Optional.of(List.of("user:ann")), Optional.empty()));
        assertThat(done(register.tried("c"))).containsExactly(place);

        register.save(entry);
        assertThat(done(register.tried("c"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_row_of_an_older_version_still_works_and_is_not_watched(String kind) throws SQLException {
        PortRegister register = register(kind);
        PortWatch watch = watch();
        try (Connection connection = database.orElseThrow().dataSource().getConnection();
                Statement older = connection.createStatement()) {
            older.execute("insert into port (component, closed, refs) values ('c', false, '[\"user:ann\"]')");
        }

        assertThat(register.find("c"))
                .isEqualTo(Outcome.done(Optional.of(
                        new RegisteredPort("c", "hasura", false, Optional.of(List.of("user:ann")), Optional.empty()))));
        assertThat(only(watch, Page.first()).state()).isEqualTo(PortState.UNWATCHED);
        assertThat(only(watch, Page.first()).sighting()).isEqualTo(Sighting.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_component_s_id_may_be_as_long_as_in_a_task(String kind) {
        PortRegister register = register(kind);
        RegisteredPort entry = RegisteredPort.closed("c".repeat(600), "hasura");

        assertThat(register.save(entry)).isEqualTo(Outcome.done(entry));
    }

    @Test
    void what_guards_access_is_on_the_disk_of_postgresql_before_anything_follows() throws SQLException {
        PortRegister register = register("postgresql");
        CommitWatch commits = CommitWatch.over(database.orElseThrow().dataSource(), "port");

        register.save(RegisteredPort.closed("c", "hasura"));
        register.forget("c");

        assertThat(commits.seen()).isNotEmpty().containsOnly("on");
    }

    @Test
    void a_database_that_does_not_answer_is_tried_again() {
        PortRegister register = register("h2");
        PortWatch watch = watch();
        database.orElseThrow().close();

        assertThat(register.find("c")).isInstanceOf(Outcome.Later.class);
        assertThat(watch.ports(Page.first())).isInstanceOf(Outcome.Later.class);
    }

    private PortRegister register(String kind) {
        String url = kind.equals("h2") ? "jdbc:h2:file:" + folder.resolve("tasks") : TestingPostgres.freshDatabase();
        database = Optional.of(TaskDatabase.open(TaskDatabase.settings(Settings.of(Map.of("TASK_DB_URL", url))), 2));
        return new RegisterFactory().register(database.orElseThrow().database());
    }

    private PortWatch watch() {
        return new RegisterFactory().watch(database.orElseThrow().database());
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static WatchedPort only(PortWatch watch, Page page) {
        List<WatchedPort> ports = read(watch, page);
        assertThat(ports).hasSize(1);
        return ports.get(0);
    }

    private static List<String> components(PortWatch watch, Page page) {
        return read(watch, page).stream().map(WatchedPort::component).toList();
    }

    private static List<WatchedPort> read(PortWatch watch, Page page) {
        return watch.ports(page).match(ports -> ports, (after, problem) -> List.of(), problems -> List.of());
    }

    private static Deployment deployment(String descriptor) {
        PortEntry entry = new PortEntry(
                "p_table",
                Map.of(RootField.SELECT, "p_select", RootField.SELECT_STREAM, "p_stream"),
                Optional.of("A port"),
                Map.of("net amount", "net_amount"),
                "p_role",
                Optional.of(Set.of("id", "net amount")),
                true,
                false);
        var name = JsonNodeFactory.instance.objectNode().put("schema", "s").put("name", "t");
        ServedPort served = new ServedPort("source", name, new SourceTable("postgres", "db", "s", "t"), entry);
        return new Deployment(descriptor, ServedPortJson.state(served), NOW);
    }
}
