package io.outputport.provisioner.task.run;

import static io.outputport.provisioner.task.run.ScriptedHandler.completing;
import static io.outputport.provisioner.task.run.ScriptedHandler.provisioning;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskHandler;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.queue.ManualQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What is half-done is put right before a task ends; and no task may take the service down for ever. */
class EndingsTest {
    private static final Problem WRONG = Problem.of(new ProblemCode("name-taken"), "The name is taken.");
    private static final Problem DOWN = Problem.of(new ProblemCode("hasura-down"), "Hasura does not answer.");
    private static final Outcome<Task> NOT_NOW = Outcome.later(Duration.ofSeconds(10), DOWN);

    @Test
    void a_failed_task_ends_only_when_what_it_left_half_done_is_put_right() {
        AtomicBoolean down = new AtomicBoolean(true);
        ScriptedHandler handler = provisioning((task, progress) -> Outcome.stopped(WRONG))
                .tidyingUp(task -> down.get() ? NOT_NOW : Outcome.done(task));
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();
            queue.run();
            TaskStatus meanwhile = queue.report(token).status();
            down.set(false);

            queue.runAfter(Duration.ofSeconds(10));

            assertThat(meanwhile).isEqualTo(new TaskStatus.Running());
            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Failed(List.of(WRONG)));
            assertThat(handler.handled()).hasSize(1);
            assertThat(handler.abandoned()).containsExactly(List.of(WRONG), List.of(WRONG));
            assertThat(lines(queue, token))
                    .containsExactly(
                            "What this task left half-done could not be put right: Hasura does not answer."
                                    + " Trying again in 10 s.",
                            "The name is taken.",
                            "The name is taken.");
        }
    }

    @Test
    void a_stopped_task_stays_terminating_until_what_it_left_half_done_is_put_right() {
        AtomicBoolean down = new AtomicBoolean(true);
        ScriptedHandler handler = provisioning((task, progress) -> Outcome.later(Duration.ofSeconds(10), DOWN))
                .tidyingUp(task -> down.get() ? NOT_NOW : Outcome.done(task));
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();
            queue.run();
            queue.queue().terminate(token);
            queue.run();
            TaskStatus meanwhile = queue.report(token).status();
            down.set(false);

            queue.runAfter(Duration.ofSeconds(10));

            assertThat(meanwhile).isEqualTo(new TaskStatus.Terminating());
            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Terminated());
        }
    }

    @Test
    void what_cannot_be_put_right_within_the_budget_is_told_and_the_task_ends() {
        ScriptedHandler handler = provisioning((task, progress) -> Outcome.stopped(WRONG))
                .tidyingUp(task -> Outcome.later(Duration.ofMinutes(4), DOWN));
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();

            queue.run();
            queue.runAfter(Duration.ofMinutes(4));

            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Failed(List.of(WRONG)));
            assertThat(lines(queue, token))
                    .contains("What this task left half-done could not be put right: Hasura does not answer. Gave up.");
        }
    }

    @Test
    void a_task_that_changed_nothing_leaves_nothing_to_put_right() {
        AtomicBoolean asked = new AtomicBoolean();
        TaskHandler unchanging = new TaskHandler() {
            @Override
            public Operation operation() {
                return Operation.PROVISION;
            }

            @Override
            public Outcome<TaskResult> handle(Task task, Progress progress) {
                return Outcome.stopped(WRONG);
            }

            @Override
            public Outcome<?> abandon(Task task, List<Problem> problems, Progress progress) {
                asked.set(true);
                return NOT_NOW;
            }
        };
        try (ManualQueue queue = new ManualQueue(unchanging)) {
            TaskToken token = queue.accepted();

            queue.run();

            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Failed(List.of(WRONG)));
            assertThat(asked).isFalse();
        }
    }

    @Test
    void a_newer_provision_does_not_wait_for_a_failed_one_to_put_things_right() {
        ScriptedHandler handler = provisioning((task, progress) ->
                        task.request().equals("{}") ? Outcome.stopped(WRONG) : Outcome.done(ScriptedHandler.RESULT))
                .tidyingUp(task -> NOT_NOW);
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken failing = queue.accepted(Operation.PROVISION, "c");
            queue.run();

            TaskToken mended = queue.accepted(Operation.PROVISION, "c", "{\"mended\":true}");
            queue.run();

            assertThat(queue.report(failing).status()).isInstanceOf(TaskStatus.Failed.class);
            assertThat(queue.report(mended).status()).isInstanceOf(TaskStatus.Completed.class);
        }
    }

    @Test
    void a_task_in_which_the_process_died_ten_times_is_failed_in_words_and_not_carried_out_again() {
        ScriptedHandler handler = completing(Operation.PROVISION);
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();
            die(queue, token, 10);

            queue.run();

            assertThat(handler.handled()).isEmpty();
            assertThat(((TaskStatus.Failed) queue.report(token).status()).problems())
                    .extracting(problem -> problem.code().id())
                    .containsExactly("task-interrupted-too-often");
            assertThat(lines(queue, token))
                    .last()
                    .asString()
                    .startsWith("The service stopped 10 times in the middle of this task, so it is not tried again.");
        }
    }

    @Test
    void where_putting_things_right_is_what_kills_the_process_the_task_ends_without_it() {
        ScriptedHandler handler = completing(Operation.PROVISION);
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();
            queue.service().world().store().touch(token);
            die(queue, token, 11);

            queue.run();

            assertThat(handler.abandoned()).isEmpty();
            assertThat(queue.report(token).status()).isInstanceOf(TaskStatus.Failed.class);
        }
    }

    @Test
    void after_the_second_death_a_task_waits_so_that_those_that_ran_beside_it_get_through() {
        ScriptedHandler handler = completing(Operation.PROVISION);
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();
            die(queue, token, 3);

            queue.run();
            int before = handler.handled().size();
            queue.runAfter(Duration.ofSeconds(2));

            assertThat(before).isZero();
            assertThat(queue.report(token).status()).isInstanceOf(TaskStatus.Completed.class);
            assertThat(lines(queue, token))
                    .containsExactly(
                            "The service stopped in the middle of this task; taken up again.",
                            "That was the 3. time. Trying again in 2 s.");
        }
    }

    /** Attempts that begin and never end. */
    private static void die(ManualQueue queue, TaskToken token, int times) {
        for (int attempt = 0; attempt < times; attempt++) {
            queue.service().world().store().begin(token, queue.report(token).acceptedAt());
        }
    }

    private static List<String> lines(ManualQueue queue, TaskToken token) {
        return queue.report(token).log().stream().map(LogEntry::message).toList();
    }
}
