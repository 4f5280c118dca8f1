package io.outputport.provisioner.task.store;

import static io.outputport.provisioner.measure.Backlog.Stage.QUEUED;
import static io.outputport.provisioner.measure.Backlog.Stage.RETRYING;
import static io.outputport.provisioner.measure.Backlog.Stage.RUNNING;
import static io.outputport.provisioner.measure.Backlog.Stage.WAITING;
import static io.outputport.provisioner.task.store.TaskBuilder.aTask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.trace.SpanContext;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Severity;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.foundation.trace.RecordedSpans;
import io.outputport.provisioner.measure.Backlog;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.list.TaskQuery;
import io.outputport.provisioner.task.list.TaskSummary;
import io.outputport.provisioner.task.store.jdbc.JdbcTaskStore;
import io.outputport.provisioner.task.store.jdbc.Unscheduled;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does, whichever database is behind it. */
abstract class TaskStoreContract {
    private static final Instant NOW = Instant.parse("2026-10-25T00:30:00Z");
    private static final TaskStatus DONE = new TaskStatus.Completed(new TaskResult("done", "{}"));

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
    void an_added_task_is_running_and_has_an_empty_log() {
        Task task = aTask().acceptedAt(NOW).build();

        assertThat(store.add(task, Optional.empty())).isEqualTo(new Added.Stored(Optional.of(task.token())));

        assertThat(store.report(task.token()))
                .contains(new TaskReport(
                        task.token(), task.operation(), task.component(), NOW, new TaskStatus.Running(), List.of()));
    }

    @Test
    void the_backlog_tells_how_far_unfinished_tasks_are_and_how_old_the_oldest_is() {
        Task queued = aTask().acceptedAt(NOW).build();
        Task running = aTask().acceptedAt(NOW).build();
        Task retrying = aTask().acceptedAt(NOW.minusSeconds(90)).build();
        Task waiting = aTask().acceptedAt(NOW).build();
        Task over = aTask().acceptedAt(NOW.minusSeconds(900)).build();
        List.of(queued, running, retrying, waiting, over).forEach(task -> store.add(task, Optional.empty()));
        List.of(running, retrying, waiting, over).forEach(task -> store.begin(task.token(), NOW));
        store.postpone(retrying.token(), NOW.plusSeconds(60));
        store.await(waiting.token(), NOW, NOW.plusSeconds(60));
        store.close(over.token(), DONE, NOW);

        Backlog backlog = store.backlog(NOW.plusSeconds(10));

        assertThat(backlog.tasks())
                .containsOnly(entry(QUEUED, 1), entry(RUNNING, 1), entry(RETRYING, 1), entry(WAITING, 1));
        assertThat(backlog.oldest()).contains(Duration.ofSeconds(100));
    }

    @Test
    void an_empty_queue_has_no_oldest_task() {
        assertThat(store.backlog(NOW)).isEqualTo(new Backlog(Map.of(), Optional.empty()));
    }

    @Test
    void an_unknown_token_leads_nowhere() {
        TaskToken unknown = new TaskToken(UUID.randomUUID());

        assertThat(store.report(unknown)).isEmpty();
        assertThat(store.begin(unknown, NOW)).isEmpty();
        assertThat(store.close(unknown, DONE, NOW)).isFalse();
    }

    @Test
    void a_started_task_is_handed_out_as_it_was_added_with_its_attempt() {
        Task task = aTask().request("{\"descriptor\":\"" + "ä€😀".repeat(500_000) + "\"}")
                .build();
        store.add(task, Optional.empty());

        StartedTask first = store.begin(task.token(), NOW).orElseThrow();
        store.postpone(task.token(), NOW.plusSeconds(5));
        StartedTask second = store.begin(task.token(), NOW.plusSeconds(5)).orElseThrow();

        assertThat(first.task().request()).isEqualTo(task.request());
        assertThat(List.of(first.task().attempt(), second.task().attempt())).containsExactly(1, 2);
        assertThat(second.firstStart()).isEqualTo(NOW);
        assertThat(second.interrupted()).isFalse();
    }

    @Test
    void an_attempt_that_never_ended_shows_as_interrupted() {
        Task task = added(aTask());

        assertThat(store.begin(task.token(), NOW).orElseThrow().interrupted()).isFalse();
        assertThat(store.begin(task.token(), NOW).orElseThrow().interrupted()).isTrue();
    }

    @Test
    void a_task_keeps_the_trace_that_it_was_added_in_and_that_of_its_last_run() {
        RecordedSpans spans = new RecordedSpans();
        Task task = spans.within("request", () -> added(aTask()));

        StartedTask.Traces first = store.begin(task.token(), NOW).orElseThrow().traces();
        spans.within("run", () -> store.postpone(task.token(), NOW));
        StartedTask.Traces second = store.begin(task.token(), NOW).orElseThrow().traces();
        spans.within("waiting run", () -> store.await(task.token(), NOW, NOW));
        StartedTask.Traces third = store.begin(task.token(), NOW).orElseThrow().traces();
        spans.within("failing run", () -> store.hold(task.token(), List.of(), NOW, NOW));
        StartedTask.Traces last = store.begin(task.token(), NOW).orElseThrow().traces();

        assertThat(List.of(first.origin(), second.origin(), third.origin(), last.origin()))
                .extracting(SpanContext::getSpanId)
                .containsOnly(spans.only("request").getSpanId());
        assertThat(first.lastRun().isValid()).isFalse();
        assertThat(List.of(second.lastRun(), third.lastRun(), last.lastRun()))
                .extracting(SpanContext::getSpanId)
                .containsExactly(
                        spans.only("run").getSpanId(),
                        spans.only("waiting run").getSpanId(),
                        spans.only("failing run").getSpanId());
    }

    @Test
    void a_task_that_nobody_traces_has_no_trace() {
        Task task = added(aTask());

        store.begin(task.token(), NOW);
        store.postpone(task.token(), NOW);
        StartedTask.Traces traces = store.begin(task.token(), NOW).orElseThrow().traces();

        assertThat(List.of(traces.origin(), traces.lastRun())).noneMatch(SpanContext::isValid);
    }

    @Test
    void log_lines_come_back_in_the_order_of_writing() {
        Task task = added(aTask());
        LogEntry later = new LogEntry(NOW.plusSeconds(1), Severity.WARNING, "hasura", "first \u2028 \uD83D\uDE00");
        LogEntry earlier = new LogEntry(NOW, Severity.INFO, "access", "second");

        store.append(task.token(), later);
        store.append(task.token(), earlier);

        assertThat(store.report(task.token()).orElseThrow().log()).containsExactly(later, earlier);
        assertThat(store.begin(task.token(), NOW).orElseThrow().logged()).isEqualTo(2);
    }

    @Test
    void a_completed_task_keeps_its_result() {
        Task task = added(aTask());
        TaskStatus end =
                new TaskStatus.Completed(new TaskResult("all is there", "{\"publicInfo\":{\"a\":\"\\u0000\"}}"));

        assertThat(store.close(task.token(), end, NOW)).isTrue();

        assertThat(status(task)).isEqualTo(end);
    }

    @Test
    void a_failed_task_keeps_its_problems_whole() {
        Task task = added(aTask());
        Problem placed = Problem.of(new ProblemCode("a-code"), "wrong \0 here", "write this")
                .at("dataProduct.components[0].id", new Position(3, 7));
        TaskStatus end = new TaskStatus.Failed(List.of(placed, Problem.of(new ProblemCode("b"), "and this")));

        store.close(task.token(), end, NOW);

        assertThat(status(task)).isEqualTo(end);
    }

    @Test
    void a_terminated_task_says_so() {
        Task task = added(aTask());

        store.close(task.token(), new TaskStatus.Terminated(), NOW);

        assertThat(status(task)).isEqualTo(new TaskStatus.Terminated());
    }

    @Test
    void what_has_ended_does_not_begin_or_end_again() {
        Task task = added(aTask());
        store.close(task.token(), DONE, NOW);

        assertThat(store.close(task.token(), new TaskStatus.Terminated(), NOW)).isFalse();
        assertThat(store.begin(task.token(), NOW)).isEmpty();
        assertThat(status(task)).isEqualTo(DONE);
    }

    @Test
    void the_second_change_of_a_component_waits_for_the_first() {
        Task first = added(aTask().component("c"));
        Task second = aTask().component("c").operation(Operation.UNPROVISION).build();

        assertThat(store.add(second, Optional.empty())).isEqualTo(new Added.Stored(Optional.empty()));
        assertThat(store.next("c")).contains(first.token());

        store.close(first.token(), DONE, NOW);

        assertThat(store.next("c")).contains(second.token());
    }

    @Test
    void reading_operations_and_other_components_wait_for_nobody() {
        added(aTask().component("c"));
        Task other = aTask().component("d").build();
        Task reading = aTask().component("c").operation(Operation.VALIDATE).build();

        assertThat(store.add(other, Optional.empty())).isEqualTo(new Added.Stored(Optional.of(other.token())));
        assertThat(store.add(reading, Optional.empty())).isEqualTo(new Added.Stored(Optional.of(reading.token())));
    }

    @Test
    void of_changes_that_arrive_together_exactly_one_may_start() {
        Map<TaskToken, Added> starts = new ConcurrentHashMap<>();

        IntStream.range(0, 24).parallel().forEach(i -> {
            Task task = aTask().component("busy").build();
            starts.put(task.token(), store.add(task, Optional.empty()));
        });

        assertThat(starts).hasSize(24);
        assertThat(starts.values().stream().flatMap(start -> ((Added.Stored) start).turn().stream()))
                .containsExactly(store.next("busy").orElseThrow());
    }

    @Test
    void unfinished_tasks_are_counted() {
        Task task = added(aTask());
        added(aTask());

        store.close(task.token(), DONE, NOW);

        assertThat(store.unfinished(true)).isEqualTo(1);
    }

    @Test
    void tasks_are_listed_newest_first_page_by_page() {
        Task first = added(aTask().component("a").acceptedAt(NOW));
        Task second = added(aTask().component("b").operation(Operation.UPDATE_ACL));
        store.close(second.token(), DONE, NOW);
        Task third = added(aTask().component("a").operation(Operation.VALIDATE));

        List<TaskSummary> page = list(Optional.empty(), Optional.empty(), Optional.empty(), 2);

        assertThat(page).extracting(TaskSummary::token).containsExactly(third.token(), second.token());
        assertThat(page.get(1).state()).isEqualTo("COMPLETED");
        assertThat(page.get(1).finishedAt()).contains(NOW);
        assertThat(list(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(page.get(1).number()),
                        2))
                .extracting(TaskSummary::token)
                .containsExactly(first.token());
        assertThat(list(Optional.of("a"), Optional.of("RUNNING"), Optional.empty(), 9))
                .extracting(TaskSummary::token)
                .containsExactly(third.token(), first.token());
    }

    private List<TaskSummary> list(
            Optional<String> component, Optional<String> state, Optional<Long> before, int limit) {
        return store.list(new TaskQuery(component, state, before, limit));
    }

    @Test
    void stranded_are_the_tasks_whose_turn_it_is_and_that_nobody_scheduled() throws SQLException {
        Task waiting = added(aTask().component("a").acceptedAt(NOW));
        store.begin(waiting.token(), NOW);
        store.postpone(waiting.token(), NOW.plusSeconds(60));
        added(aTask().component("a").operation(Operation.UPDATE_ACL));
        Task finished = added(aTask().component("c"));
        store.close(finished.token(), DONE, NOW);
        Task validation =
                added(aTask().component("a").operation(Operation.VALIDATE).acceptedAt(NOW));
        Unscheduled.run(database, "delete from scheduled_tasks");
        added(aTask().component("b"));

        assertThat(store.stranded(10))
                .containsExactly(
                        new DueTask(waiting.token(), NOW.plusSeconds(60)), new DueTask(validation.token(), NOW));
        assertThat(store.stranded(1)).hasSize(1);
    }

    @Test
    void finished_tasks_are_forgotten_with_their_logs_when_their_time_is_over() {
        Task old = added(aTask());
        store.append(old.token(), new LogEntry(NOW, Severity.INFO, "p", "m"));
        store.close(old.token(), DONE, NOW);
        Task young = added(aTask());
        store.close(young.token(), DONE, NOW.plusSeconds(2));
        Task open = added(aTask());

        assertThat(store.forget(new Retention(NOW.plusSeconds(1), NOW.plusSeconds(1), Long.MAX_VALUE)))
                .isEqualTo(1);

        assertThat(store.report(old.token())).isEmpty();
        assertThat(store.report(young.token())).isPresent();
        assertThat(store.report(open.token())).isPresent();
    }

    @Test
    void what_only_looked_is_forgotten_sooner_and_keeps_no_request() throws SQLException {
        Task validation = added(aTask().operation(Operation.VALIDATE).request("x".repeat(100_000)));
        store.close(validation.token(), DONE, NOW);
        Task provision = added(aTask());
        store.close(provision.token(), DONE, NOW);

        assertThat(Unscheduled.number(database, "select max(kept) from task where not changes"))
                .isLessThan(10_000);
        assertThat(store.forget(new Retention(NOW.minusSeconds(1), NOW.plusSeconds(1), Long.MAX_VALUE)))
                .isEqualTo(1);

        assertThat(store.report(validation.token())).isEmpty();
        assertThat(store.report(provision.token())).isPresent();
    }

    @Test
    void beyond_their_size_the_oldest_go_and_those_that_only_looked_before_all_others() {
        Task change = added(aTask().request("x".repeat(50_000)));
        store.close(change.token(), DONE, NOW);
        Task validation = added(aTask().operation(Operation.VALIDATE));
        store.append(validation.token(), new LogEntry(NOW, Severity.INFO, "p", "m".repeat(4_000)));
        store.close(validation.token(), DONE, NOW.plusSeconds(1));
        Task younger = added(aTask().request("x".repeat(50_000)));
        store.stop(younger.token(), NOW.plusSeconds(2));
        Task open = added(aTask().request("x".repeat(500_000)));

        assertThat(store.forget(new Retention(NOW, NOW, 104_000))).isEqualTo(1);
        assertThat(store.report(validation.token())).isEmpty();
        assertThat(store.forget(new Retention(NOW, NOW, 60_000))).isEqualTo(1);

        assertThat(store.report(change.token())).isEmpty();
        assertThat(store.report(younger.token())).isPresent();
        assertThat(store.report(open.token())).isPresent();
    }

    private Task added(TaskBuilder builder) {
        Task task = builder.build();
        store.add(task, Optional.empty());
        return task;
    }

    private TaskStatus status(Task task) {
        return store.report(task.token()).orElseThrow().status();
    }
}
