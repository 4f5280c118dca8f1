package io.outputport.provisioner.register.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.foundation.store.TestingPostgres;
import io.outputport.provisioner.register.AccessLedger;
import io.outputport.provisioner.register.AccessLedger.RoleCall;
import io.outputport.provisioner.register.AccessLedger.RoleOf;
import io.outputport.provisioner.register.AccessLedger.UnsettledRole;
import io.outputport.provisioner.register.PortRegister;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.TaskDatabase;
import io.outputport.provisioner.task.store.TaskStore;
import io.outputport.provisioner.task.store.jdbc.JdbcTaskStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles whose root fields a task has left unsettled, on both databases. */
class RootFieldLedgerTest {
    private static final RoleOf ROLE = new RoleOf("c_role", "c");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Optional<OpenDatabase> database = Optional.empty();

    @AfterEach
    void close() {
        database.ifPresent(OpenDatabase::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void what_no_task_has_settled_is_found_until_a_newer_call_settles_it(String kind) {
        AccessLedger ledger = ledger(kind);
        begun("c");
        RoleCall call = done(ledger.beginRootFields(ROLE, List.of("f"), MINUTE));
        done(ledger.over(call));
        UnsettledRole left = new UnsettledRole(ROLE, call.id());
        assertThat(done(ledger.unsettledRoles(10))).containsExactly(left);

        RoleCall again = done(ledger.repeatRootFields(left, List.of(), MINUTE)).orElseThrow();

        assertThat(done(ledger.settleRootFields(left))).isFalse();
        assertThat(done(ledger.settleRootFields(new UnsettledRole(ROLE, again.id()))))
                .isTrue();
        assertThat(done(ledger.unsettledRoles(10))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void while_a_task_is_at_work_it_is_the_task_s(String kind) {
        AccessLedger ledger = ledger(kind);
        begun("c");
        UnsettledRole left = new UnsettledRole(
                ROLE, done(ledger.beginRootFields(ROLE, List.of("f"), MINUTE)).id());
        TaskToken task = task();

        assertThat(done(ledger.unsettledRoles(10))).isEmpty();
        assertThat(done(ledger.repeatRootFields(left, List.of(), MINUTE))).isEmpty();

        store().close(task, new TaskStatus.Terminated(), Instant.now());
        assertThat(done(ledger.unsettledRoles(10))).containsExactly(left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void what_was_written_since_it_was_looked_at_is_left_alone(String kind) {
        AccessLedger ledger = ledger(kind);
        RoleCall seen = done(ledger.beginRootFields(ROLE, List.of("f"), MINUTE));
        done(ledger.beginRootFields(ROLE, List.of("g"), MINUTE));

        assertThat(done(ledger.repeatRootFields(new UnsettledRole(ROLE, seen.id()), List.of("f"), MINUTE)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void a_port_that_the_register_does_not_know_is_nobody_s_to_put_right(String kind) {
        AccessLedger ledger = ledger(kind);

        done(ledger.beginRootFields(ROLE, List.of("f"), MINUTE));

        assertThat(done(ledger.unsettledRoles(10))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void the_longest_not_looked_at_has_the_next_turn(String kind) {
        AccessLedger ledger = ledger(kind);
        for (String component : List.of("a", "b", "d")) {
            begun(component);
            done(ledger.beginRootFields(new RoleOf(component + "_role", component), List.of(), MINUTE));
        }

        assertThat(turn(ledger)).containsExactly("a", "b");
        assertThat(turn(ledger)).contains("d");
    }

    private static List<String> turn(AccessLedger ledger) {
        return done(ledger.unsettledRoles(2)).stream()
                .map(role -> role.role().component())
                .toList();
    }

    /** A port that is being brought to life. */
    private void begun(String component) {
        done(new JdbcPortRegister(new RegisterDatabase(database.orElseThrow().database()))
                .save(PortRegister.RegisteredPort.closed(component, "hasura")));
    }

    private TaskToken task() {
        TaskToken token = new TaskToken(UUID.randomUUID());
        store().add(new Task(token, Operation.PROVISION, "c", "{}", Instant.now(), 0), Optional.empty());
        return token;
    }

    private TaskStore store() {
        return new JdbcTaskStore(database.orElseThrow().database());
    }

    private AccessLedger ledger(String kind) {
        String url = kind.equals("h2")
                ? "jdbc:h2:file:" + folder.resolve("tasks").toAbsolutePath()
                : TestingPostgres.freshDatabase();
        OpenDatabase opened = TaskDatabase.open(TaskDatabase.settings(Settings.of(Map.of("TASK_DB_URL", url))), 4);
        database = Optional.of(opened);
        return new JdbcAccessLedger(new RegisterDatabase(opened.database()));
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }
}
