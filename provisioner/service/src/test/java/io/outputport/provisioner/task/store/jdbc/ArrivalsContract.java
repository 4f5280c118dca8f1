package io.outputport.provisioner.task.store.jdbc;

import static io.outputport.provisioner.task.store.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.Added;
import io.outputport.provisioner.task.store.DueTask;
import io.outputport.provisioner.task.store.TaskDatabase;
import io.outputport.provisioner.task.store.TaskStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which request joins an older one, which ends an older one, and which waits for it; the same on every database. */
abstract class ArrivalsContract {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Optional<String> SAME = Optional.of("same");

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
    void an_equal_request_joins_the_unfinished_task_and_makes_its_retry_due_at_once() throws SQLException {
        Task first = added(Operation.PROVISION, SAME);
        waitForRetry(first);

        assertThat(store.add(task(Operation.PROVISION), SAME)).isEqualTo(new Added.Joined(first.token(), true));
        assertThat(store.add(task(Operation.PROVISION), SAME)).isEqualTo(new Added.Joined(first.token(), true));
        assertThat(store.unfinished(true)).isEqualTo(1);
        assertThat(Unscheduled.in(database)).containsExactly(new DueTask(first.token(), NOW));
    }

    @Test
    void an_equal_request_joins_a_running_task_too() {
        Task first = added(Operation.PROVISION, SAME);
        store.begin(first.token(), NOW);

        assertThat(store.add(task(Operation.PROVISION), SAME)).isEqualTo(new Added.Joined(first.token(), false));
    }

    @Test
    void grant_revoke_grant_stays_three_tasks_since_only_the_newest_is_joined() {
        Task grant = added(Operation.UPDATE_ACL, SAME);
        Task revoke = added(Operation.UPDATE_ACL, Optional.of("nobody"));

        Added again = store.add(task(Operation.UPDATE_ACL), SAME);

        assertThat(again).isEqualTo(new Added.Stored(Optional.empty()));
        assertThat(store.next("c")).contains(grant.token());
        assertThat(status(revoke)).isEqualTo(new TaskStatus.Running());
        assertThat(store.unfinished(true)).isEqualTo(3);
    }

    @Test
    void what_has_ended_or_is_another_operation_or_another_component_s_is_not_joined() {
        Task ended = added(Operation.PROVISION, SAME);
        store.close(ended.token(), new TaskStatus.Completed(new TaskResult("done", "{}")), NOW);

        assertThat(store.add(task(Operation.PROVISION), SAME)).isInstanceOf(Added.Stored.class);
        assertThat(store.add(task(Operation.UNPROVISION), SAME)).isInstanceOf(Added.Stored.class);
        assertThat(store.add(
                        aTask().component("d").operation(Operation.UNPROVISION).build(), SAME))
                .isInstanceOf(Added.Stored.class);
    }

    @Test
    void equal_requests_that_arrive_together_become_one_task() {
        Queue<TaskToken> joined = new ConcurrentLinkedQueue<>();
        Queue<TaskToken> stored = new ConcurrentLinkedQueue<>();

        IntStream.range(0, 24).parallel().forEach(i -> {
            Task task = task(Operation.PROVISION);
            if (store.add(task, SAME) instanceof Added.Joined join) {
                joined.add(join.token());
            } else {
                stored.add(task.token());
            }
        });

        assertThat(stored).hasSize(1);
        assertThat(joined).hasSize(23).containsOnly(stored.element());
    }

    @ParameterizedTest
    @CsvSource({
        "PROVISION, PROVISION",
        "UNPROVISION, PROVISION",
        "PROVISION, UNPROVISION",
        "UNPROVISION, UNPROVISION",
        "UPDATE_ACL, UNPROVISION",
        "UPDATE_ACL, UPDATE_ACL"
    })
    void a_newer_request_ends_a_waiting_retry_that_it_makes_needless(Operation older, Operation newer) {
        Task waiting = added(older, Optional.of("old"));
        waitForRetry(waiting);
        Task next = task(newer);

        assertThat(store.add(next, Optional.of("new"))).isEqualTo(new Added.Stored(Optional.of(next.token())));

        assertThat(((TaskStatus.Failed) status(waiting)).problems())
                .extracting(Problem::message)
                .allMatch(sentence -> sentence.contains("superseded by " + next.token()));
        assertThat(store.report(waiting.token()).orElseThrow().log())
                .extracting(LogEntry::message)
                .hasSize(1)
                .allMatch(line -> line.contains("superseded by " + next.token()));
    }

    @Test
    void what_is_superseded_tells_what_it_waited_for() {
        Task retried = added(Operation.PROVISION, Optional.of("retried"));
        waitForRetry(retried);
        Task waiting = added(Operation.PROVISION, Optional.of("waiting"));
        store.begin(waiting.token(), NOW);
        store.await(waiting.token(), NOW, NOW.plusSeconds(60));
        Task failing = added(Operation.PROVISION, Optional.of("failing"));
        store.begin(failing.token(), NOW);
        store.hold(
                failing.token(), List.of(Problem.of(new ProblemCode("down"), "It is down.")), NOW, NOW.plusSeconds(60));
        added(Operation.PROVISION, Optional.of("new"));

        assertThat(sentence(retried)).endsWith("It could not be carried out before, and waited to be tried again.");
        assertThat(sentence(waiting))
                .endsWith("It waited for its turn to write to another system; nothing was wrong with it.");
        assertThat(sentence(failing))
                .endsWith("It had failed already, and waited to put right what it had left half-done.");
    }

    private String sentence(Task task) {
        return ((TaskStatus.Failed) status(task)).problems().get(0).message();
    }

    @ParameterizedTest
    @CsvSource({"PROVISION, UPDATE_ACL", "UNPROVISION, UPDATE_ACL", "UPDATE_ACL, PROVISION"})
    void a_newer_request_waits_its_turn_behind_a_retry_that_still_matters(Operation older, Operation newer) {
        Task waiting = added(older, Optional.of("old"));
        waitForRetry(waiting);

        assertThat(store.add(task(newer), Optional.of("new"))).isEqualTo(new Added.Stored(Optional.empty()));
        assertThat(status(waiting)).isEqualTo(new TaskStatus.Running());
    }

    @ParameterizedTest
    @CsvSource({"PROVISION", "UNPROVISION", "UPDATE_ACL"})
    void a_repair_that_waits_for_a_retry_holds_nobody_up(Operation newer) {
        Task repair = added(Operation.REPAIR, SAME);
        waitForRetry(repair);
        Task next = task(newer);

        assertThat(store.add(next, Optional.of("new"))).isEqualTo(new Added.Stored(Optional.of(next.token())));
        assertThat(status(repair)).isInstanceOf(TaskStatus.Failed.class);
    }

    @Test
    void a_repair_ends_nothing_that_somebody_asked_for_and_joins_another_repair() {
        Task provision = added(Operation.PROVISION, Optional.of("1"));
        waitForRetry(provision);

        Task repair = added(Operation.REPAIR, SAME);

        assertThat(status(provision)).isEqualTo(new TaskStatus.Running());
        assertThat(store.add(task(Operation.REPAIR), SAME)).isEqualTo(new Added.Joined(repair.token(), false));
    }

    @Test
    void the_components_that_are_being_changed_are_known() {
        Task done = aTask().component("done").acceptedAt(NOW).build();
        store.add(done, Optional.empty());
        store.close(done.token(), new TaskStatus.Completed(new TaskResult("done", "{}")), NOW);
        store.add(
                aTask().component("read")
                        .operation(Operation.VALIDATE)
                        .acceptedAt(NOW)
                        .build(),
                Optional.empty());
        waitForRetry(added(Operation.PROVISION, SAME));
        added(Operation.UPDATE_ACL, SAME);

        assertThat(store.changing()).containsExactly("c");
    }

    @Test
    void what_runs_or_has_not_begun_is_never_ended() {
        Task running = added(Operation.PROVISION, Optional.of("1"));
        store.begin(running.token(), NOW);
        Task queued = added(Operation.PROVISION, Optional.of("2"));

        store.add(task(Operation.UNPROVISION), Optional.of("3"));

        assertThat(status(running)).isEqualTo(new TaskStatus.Running());
        assertThat(status(queued)).isEqualTo(new TaskStatus.Running());
    }

    @Test
    void a_provision_takes_the_place_of_the_waiting_one_that_it_ends_before_an_updateacl_that_came_between()
            throws SQLException {
        Task first = added(Operation.PROVISION, Optional.of("1"));
        waitForRetry(first);
        Task access = added(Operation.UPDATE_ACL, Optional.of("2"));
        Task second = task(Operation.PROVISION);

        Added added = store.add(second, Optional.of("3"));

        assertThat(status(first)).isInstanceOf(TaskStatus.Failed.class);
        assertThat(added).isEqualTo(new Added.Stored(Optional.of(second.token())));
        assertThat(store.next("c")).contains(second.token());
        assertThat(Unscheduled.in(database)).extracting(DueTask::token).containsExactly(second.token());
        store.close(second.token(), new TaskStatus.Terminated(), NOW);
        assertThat(store.next("c")).contains(access.token());
    }

    @ParameterizedTest
    @EnumSource(names = {"PROVISION", "UNPROVISION"})
    void a_provision_does_not_come_before_an_older_one_or_a_removal_by_taking_a_place(Operation between) {
        Task first = added(Operation.PROVISION, Optional.of("1"));
        Task older = added(between, Optional.of("2"));
        waitForRetry(first);
        Task newest = task(Operation.PROVISION);

        assertThat(store.add(newest, Optional.of("3"))).isEqualTo(new Added.Stored(Optional.empty()));

        assertThat(status(first)).isEqualTo(new TaskStatus.Running());
        store.close(first.token(), new TaskStatus.Terminated(), NOW);
        assertThat(store.next("c")).contains(older.token());
        store.close(older.token(), new TaskStatus.Terminated(), NOW);
        assertThat(store.next("c")).contains(newest.token());
    }

    @Test
    void an_updateacl_that_came_after_an_unprovision_does_not_wait_for_the_provision_that_ends_it() {
        Task removal = added(Operation.UNPROVISION, Optional.of("1"));
        waitForRetry(removal);
        Task access = added(Operation.UPDATE_ACL, Optional.of("2"));

        store.add(task(Operation.PROVISION), Optional.of("3"));

        assertThat(status(removal)).isInstanceOf(TaskStatus.Failed.class);
        assertThat(store.next("c")).contains(access.token());
    }

    @Test
    void a_task_that_only_puts_things_right_before_it_fails_is_not_joined_but_ended() {
        Task failing = added(Operation.PROVISION, SAME);
        store.begin(failing.token(), NOW);
        store.hold(failing.token(), List.of(Problem.of(new ProblemCode("down"), "Down.")), NOW, NOW);
        Task next = task(Operation.PROVISION);

        assertThat(store.add(next, SAME)).isEqualTo(new Added.Stored(Optional.of(next.token())));
    }

    @Test
    void validations_neither_join_nor_end_anything() {
        Task waiting = added(Operation.PROVISION, SAME);
        waitForRetry(waiting);
        added(Operation.VALIDATE, SAME);

        assertThat(store.add(task(Operation.VALIDATE), SAME)).isInstanceOf(Added.Stored.class);
        assertThat(store.add(task(Operation.PROVISION), SAME)).isInstanceOf(Added.Joined.class);
        assertThat(status(waiting)).isEqualTo(new TaskStatus.Running());
    }

    private static Task task(Operation operation) {
        return aTask().component("c").operation(operation).acceptedAt(NOW).build();
    }

    private Task added(Operation operation, Optional<String> fingerprint) {
        Task task = task(operation);
        store.add(task, fingerprint);
        return task;
    }

    private void waitForRetry(Task task) {
        store.begin(task.token(), NOW);
        store.postpone(task.token(), NOW.plusSeconds(60));
    }

    private TaskStatus status(Task task) {
        return store.report(task.token()).orElseThrow().status();
    }
}
