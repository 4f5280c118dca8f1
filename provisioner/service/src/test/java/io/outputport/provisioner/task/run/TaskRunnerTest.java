package io.outputport.provisioner.task.run;

import static io.outputport.provisioner.task.run.ScriptedHandler.RESULT;
import static io.outputport.provisioner.task.run.ScriptedHandler.provisioning;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.queue.ManualQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class TaskRunnerTest {
    private static final Problem DOWN = Problem.of(new ProblemCode("hasura-down"), "Hasura does not answer.");

    @Test
    void a_task_that_is_done_keeps_its_result_and_its_log() {
        ScriptedHandler handler = provisioning((task, progress) -> {
            progress.report(Severity.INFO, "hasura", "The table is tracked.");
            return Outcome.done(RESULT);
        });
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();
            TaskStatus before = queue.report(token).status();

            queue.run();

            assertThat(before).isEqualTo(new TaskStatus.Running());
            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Completed(RESULT));
            assertThat(lines(queue.report(token))).containsExactly("INFO hasura The table is tracked.");
        }
    }

    @Test
    void a_retry_is_told_and_made_not_before_its_time() {
        ScriptedHandler handler = provisioning((task, progress) ->
                task.attempt() == 1 ? Outcome.later(Duration.ofSeconds(10), DOWN) : Outcome.done(RESULT));
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();

            queue.run();
            queue.runAfter(Duration.ofSeconds(9));

            assertThat(handler.handled()).hasSize(1);
            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Running());
            assertThat(lines(queue.report(token)))
                    .containsExactly("WARNING queue Hasura does not answer. Trying again in 10 s.");

            queue.runAfter(Duration.ofSeconds(1));

            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Completed(RESULT));
        }
    }

    @Test
    void a_task_whose_budget_is_used_up_fails_with_its_last_problem_and_its_story() {
        ScriptedHandler handler = provisioning((task, progress) -> Outcome.later(Duration.ofMinutes(2), DOWN));
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();

            queue.run();
            queue.runAfter(Duration.ofMinutes(2));
            queue.runAfter(Duration.ofMinutes(2));
            queue.runAfter(Duration.ofMinutes(2));

            assertThat(handler.handled()).extracting(Task::attempt).containsExactly(1, 2, 3);
            assertThat(handler.abandoned()).containsExactly(List.of(DOWN));
            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Failed(List.of(DOWN)));
            assertThat(lines(queue.report(token)))
                    .hasSize(3)
                    .last()
                    .isEqualTo("ERROR queue Gave up after 3 attempts in 4 min. Hasura does not answer.");
        }
    }

    @Test
    void a_stopped_task_is_tidied_up_and_failed() {
        ScriptedHandler handler = provisioning((task, progress) -> Outcome.stopped(DOWN));
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();

            queue.run();

            assertThat(handler.abandoned()).containsExactly(List.of(DOWN));
            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Failed(List.of(DOWN)));
        }
    }

    @Test
    void a_tidying_up_that_breaks_does_not_keep_the_task_open() {
        ScriptedHandler handler = provisioning((task, progress) -> Outcome.stopped(DOWN))
                .tidyingUp(task -> {
                    throw new IllegalStateException("broken");
                });
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();

            queue.run();

            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Failed(List.of(DOWN)));
        }
    }

    @Test
    void a_bug_of_a_handler_fails_the_task_once_and_shows_nothing_of_its_inside() {
        assertThatBugFailsTask(provisioning((task, progress) -> {
            throw new IllegalStateException("secret hunter2");
        }));
    }

    @Test
    void a_handler_that_cannot_be_loaded_fails_the_task_too() {
        assertThatBugFailsTask(provisioning((task, progress) -> {
            throw new NoClassDefFoundError("secret hunter2");
        }));
    }

    @Test
    void an_operation_without_handler_fails_in_words() {
        try (ManualQueue queue = new ManualQueue()) {
            TaskToken token = queue.accepted(Operation.REVERSE_PROVISION, "c");

            queue.run();

            assertThat(problems(queue.report(token)))
                    .extracting(problem -> problem.code().id())
                    .containsExactly("task-unknown-operation");
        }
    }

    @Test
    void what_was_interrupted_is_taken_up_again_and_says_so() {
        ScriptedHandler handler = provisioning((task, progress) -> Outcome.done(RESULT));
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();
            queue.service().world().store().begin(token, queue.report(token).acceptedAt());

            queue.run();

            assertThat(handler.handled()).extracting(Task::attempt).containsExactly(2);
            assertThat(lines(queue.report(token)))
                    .containsExactly("INFO queue The service stopped in the middle of this task; taken up again.");
        }
    }

    @Test
    void a_database_that_is_away_for_a_moment_costs_an_attempt_and_no_task() {
        ScriptedHandler handler = provisioning((task, progress) -> {
            progress.report(Severity.INFO, "hasura", "A step.");
            return Outcome.done(RESULT);
        });
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();
            queue.sql("alter table task_log rename to away");
            queue.run();
            queue.sql("alter table away rename to task_log");

            queue.runAfter(Duration.ofSeconds(5));

            assertThat(handler.abandoned()).isEmpty();
            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Completed(RESULT));
        }
    }

    @Test
    void a_log_is_bounded_and_still_tells_the_end() {
        ScriptedHandler handler = provisioning((task, progress) -> {
            for (int i = 0; i < TaskLog.MOST_LINES + 50; i++) {
                progress.report(Severity.INFO, "p", "line " + i);
            }
            return Outcome.stopped(DOWN);
        });
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();

            queue.run();

            assertThat(lines(queue.report(token)))
                    .hasSize(TaskLog.MOST_LINES + 1)
                    .endsWith(
                            "INFO p line 998",
                            "WARNING queue The log is full; further lines are in the service's own log only.",
                            "ERROR queue Hasura does not answer.");
        }
    }

    @Test
    void a_line_is_cut_where_it_is_too_long_and_never_inside_a_character() {
        ScriptedHandler handler = provisioning((task, progress) -> {
            progress.report(Severity.INFO, "p".repeat(500), "a" + "😀".repeat(5000) + "\0");
            progress.report(Severity.INFO, "p", "😀".repeat(5000));
            return Outcome.done(RESULT);
        });
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();

            queue.run();

            assertThat(queue.report(token).log()).hasSize(2).allSatisfy(line -> {
                assertThat(line.message())
                        .hasSizeBetween(TaskLog.LONGEST_MESSAGE - 1, TaskLog.LONGEST_MESSAGE)
                        .endsWith("😀… (cut)");
                assertThat(line.phase()).hasSizeLessThanOrEqualTo(100);
            });
        }
    }

    @Test
    void while_a_handler_runs_every_line_of_the_service_names_its_task() {
        AtomicReference<Map<String, String>> context = new AtomicReference<>(Map.of());
        ScriptedHandler handler = provisioning((task, progress) -> {
            context.set(MDC.getCopyOfContextMap());
            return Outcome.done(RESULT);
        });
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted(Operation.PROVISION, "urn:c");

            queue.run();

            assertThat(context.get())
                    .containsEntry("token", token.toString())
                    .containsEntry("operation", "PROVISION")
                    .containsEntry("component", "urn:c");
            assertThat(MDC.get("token")).isNull();
        }
    }

    private static void assertThatBugFailsTask(ScriptedHandler handler) {
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();

            queue.run();
            queue.runAfter(Duration.ofHours(1));

            assertThat(handler.handled()).hasSize(1);
            assertThat(handler.abandoned()).hasSize(1);
            assertThat(problems(queue.report(token)))
                    .extracting(Problem::code)
                    .containsExactly(TaskRunner.INTERNAL_ERROR);
            assertThat(queue.report(token).toString()).doesNotContain("hunter2", "Exception", "Error(");
        }
    }

    private static List<Problem> problems(TaskReport report) {
        return ((TaskStatus.Failed) report.status()).problems();
    }

    private static List<String> lines(TaskReport report) {
        return report.log().stream().map(TaskRunnerTest::line).toList();
    }

    private static String line(LogEntry entry) {
        return entry.severity() + " " + entry.phase() + " " + entry.message();
    }
}
