package io.outputport.provisioner.task.store.jdbc;

import static io.outputport.provisioner.task.store.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.Added;
import io.outputport.provisioner.task.store.DueTask;
import io.outputport.provisioner.task.store.StartedTask;
import io.outputport.provisioner.task.store.Stopping;
import io.outputport.provisioner.task.store.TaskDatabase;
import io.outputport.provisioner.task.store.TaskStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the wish to stop a task is kept; the same on every database. */
abstract class StopsContract {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private OpenDatabase database;
    private TaskStore store;

    abstract DatabaseSettings settings() throws Exception;

    @BeforeEach
    void open() throws Exception {
        database = TaskDatabase.open(settings(), 10);
        store = new JdbcTaskStore(database.database());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_task_that_is_held_waits_whatever_its_state_and_knows_since_when_and_with_what_it_ends() {
        Problem wrong = Problem.of(new ProblemCode("wrong"), "Wrong.");
        Task failing = aTask().build();
        Task stopping = aTask().build();
        store.add(failing, Optional.empty());
        store.add(stopping, Optional.empty());
        store.begin(failing.token(), NOW);
        store.begin(stopping.token(), NOW);
        store.touch(failing.token());
        store.stop(stopping.token(), NOW);

        assertThat(store.hold(failing.token(), List.of(wrong), NOW, NOW)).isTrue();
        assertThat(store.hold(stopping.token(), List.of(), NOW, NOW)).isTrue();
        assertThat(store.hold(failing.token(), List.of(), NOW.plusSeconds(9), NOW))
                .isTrue();

        StartedTask failed = store.begin(failing.token(), NOW).orElseThrow();
        assertThat(failed.verdict()).containsExactly(wrong);
        assertThat(failed.tidyingSince()).contains(NOW);
        assertThat(failed.touched()).isTrue();
        assertThat(failed.interrupted()).isFalse();
        StartedTask stopped = store.begin(stopping.token(), NOW).orElseThrow();
        assertThat(stopped.terminating()).isTrue();
        assertThat(stopped.verdict()).isEmpty();
        assertThat(stopped.touched()).isFalse();
    }

    @Test
    void a_task_that_has_not_begun_ends_at_once_and_gives_way() {
        Task first = added(Operation.PROVISION);
        Task second = added(Operation.UPDATE_ACL);

        assertThat(store.stop(first.token(), NOW)).isEqualTo(new Stopping.AtOnce(Optional.of(second.token())));

        assertThat(status(first)).isEqualTo(new TaskStatus.Terminated());
        assertThat(store.begin(first.token(), NOW)).isEmpty();
    }

    @Test
    void a_running_task_is_asked_and_asking_twice_is_asking_once() {
        Task task = added(Operation.PROVISION);
        store.begin(task.token(), NOW);

        assertThat(store.isTerminating(task.token())).isFalse();
        assertThat(store.stop(task.token(), NOW)).isEqualTo(new Stopping.Asked(false));
        assertThat(store.stop(task.token(), NOW)).isEqualTo(new Stopping.Asked(false));

        assertThat(store.isTerminating(task.token())).isTrue();
        assertThat(status(task)).isEqualTo(new TaskStatus.Terminating());
    }

    @Test
    void a_task_that_is_asked_to_stop_is_not_postponed_any_more() {
        Task task = added(Operation.PROVISION);
        store.begin(task.token(), NOW);
        store.stop(task.token(), NOW);

        assertThat(store.postpone(task.token(), NOW.plusSeconds(60))).isFalse();
        assertThat(store.begin(task.token(), NOW).orElseThrow().terminating()).isTrue();
    }

    @Test
    void a_waiting_task_is_due_at_once() throws SQLException {
        Task task = added(Operation.PROVISION);
        store.begin(task.token(), NOW);
        store.postpone(task.token(), NOW.plusSeconds(60));

        assertThat(store.stop(task.token(), NOW)).isEqualTo(new Stopping.Asked(true));

        assertThat(Unscheduled.in(database)).containsExactly(new DueTask(task.token(), NOW));
    }

    @Test
    void nobody_joins_or_ends_a_task_that_is_asked_to_stop() {
        Task task = aTask().component("c").build();
        store.add(task, Optional.of("same"));
        store.begin(task.token(), NOW);
        store.postpone(task.token(), NOW.plusSeconds(60));
        store.stop(task.token(), NOW);

        assertThat(store.add(aTask().component("c").build(), Optional.of("same")))
                .isEqualTo(new Added.Stored(Optional.empty()));
        assertThat(status(task)).isEqualTo(new TaskStatus.Terminating());
    }

    @Test
    void what_has_ended_or_never_was_cannot_be_stopped() {
        Task task = added(Operation.PROVISION);
        store.close(task.token(), new TaskStatus.Terminated(), NOW);

        assertThat(store.stop(task.token(), NOW)).isEqualTo(new Stopping.TooLate());
        assertThat(store.stop(new TaskToken(UUID.randomUUID()), NOW)).isEqualTo(new Stopping.Unknown());
    }

    private Task added(Operation operation) {
        Task task = aTask().component("c").operation(operation).build();
        store.add(task, Optional.empty());
        return task;
    }

    private TaskStatus status(Task task) {
        return store.report(task.token()).orElseThrow().status();
    }
}
