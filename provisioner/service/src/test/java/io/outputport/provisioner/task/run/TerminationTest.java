package io.outputport.provisioner.task.run;

import static io.outputport.provisioner.task.run.ScriptedHandler.RESULT;
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
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.Termination;
import io.outputport.provisioner.task.queue.ManualQueue;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class TerminationTest {
    private static final Problem DOWN = Problem.of(new ProblemCode("hasura-down"), "Hasura does not answer.");
    private static final TaskStatus TERMINATED = new TaskStatus.Terminated();

    @Test
    void a_task_that_has_not_begun_ends_at_once_and_the_next_one_runs() {
        ScriptedHandler provision = completing(Operation.PROVISION);
        ScriptedHandler access = completing(Operation.UPDATE_ACL);
        try (ManualQueue queue = new ManualQueue(provision, access)) {
            TaskToken first = queue.accepted(Operation.PROVISION, "c");
            TaskToken second = queue.accepted(Operation.UPDATE_ACL, "c");

            assertThat(queue.queue().terminate(first)).isEqualTo(Termination.BEGUN);

            assertThat(queue.report(first).status()).isEqualTo(TERMINATED);
            queue.run();
            assertThat(provision.handled()).isEmpty();
            assertThat(queue.report(second).status()).isEqualTo(new TaskStatus.Completed(RESULT));
        }
    }

    @Test
    void a_running_task_learns_of_the_wish_and_is_tidied_up_when_it_heeds_it() {
        assertThatStopped((task, progress) -> progress.isStopWished() ? Outcome.stopped(DOWN) : Outcome.done(RESULT));
    }

    @Test
    void a_running_task_that_would_be_tried_again_ends_instead() {
        assertThatStopped((task, progress) -> Outcome.later(Duration.ofSeconds(10), DOWN));
    }

    @Test
    void work_that_is_done_before_the_wish_is_heeded_is_completed() {
        AtomicReference<ManualQueue> running = new AtomicReference<>();
        ScriptedHandler handler = provisioning((task, progress) -> {
            Objects.requireNonNull(running.get()).queue().terminate(task.token());
            return Outcome.done(RESULT);
        });
        try (ManualQueue queue = new ManualQueue(handler)) {
            running.set(queue);
            TaskToken token = queue.accepted();

            queue.run();

            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Completed(RESULT));
            assertThat(queue.queue().terminate(token)).isEqualTo(Termination.TOO_LATE);
        }
    }

    @Test
    void a_waiting_task_is_tidied_up_at_once_without_another_attempt() {
        ScriptedHandler handler = provisioning((task, progress) -> Outcome.later(Duration.ofMinutes(1), DOWN));
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();
            queue.run();

            queue.queue().terminate(token);
            TaskStatus before = queue.report(token).status();
            queue.run();

            assertThat(before).isEqualTo(new TaskStatus.Terminating());
            assertThat(queue.report(token).status()).isEqualTo(TERMINATED);
            assertThat(handler.handled()).hasSize(1);
            assertThat(handler.abandoned()).hasSize(1);
        }
    }

    @Test
    void a_wish_survives_the_death_of_the_process() {
        ScriptedHandler handler = completing(Operation.PROVISION);
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();
            queue.service().world().store().begin(token, queue.report(token).acceptedAt());
            queue.service().world().store().touch(token);
            queue.queue().terminate(token);

            queue.run();

            assertThat(handler.handled()).isEmpty();
            assertThat(handler.abandoned()).hasSize(1);
            assertThat(queue.report(token).status()).isEqualTo(TERMINATED);
        }
    }

    @Test
    void an_unknown_token_cannot_be_stopped() {
        try (ManualQueue queue = new ManualQueue()) {
            assertThat(queue.queue().terminate(new TaskToken(UUID.randomUUID())))
                    .isEqualTo(Termination.UNKNOWN);
        }
    }

    private static void assertThatStopped(BiFunction<Task, Progress, Outcome<TaskResult>> work) {
        AtomicReference<ManualQueue> running = new AtomicReference<>();
        ScriptedHandler handler = provisioning((task, progress) -> {
            Objects.requireNonNull(running.get()).queue().terminate(task.token());
            return work.apply(task, progress);
        });
        try (ManualQueue queue = new ManualQueue(handler)) {
            running.set(queue);
            TaskToken token = queue.accepted();

            queue.run();

            assertThat(queue.report(token).status()).isEqualTo(TERMINATED);
            assertThat(handler.abandoned()).hasSize(1);
            assertThat(queue.report(token).log())
                    .extracting(LogEntry::message)
                    .endsWith("The task was stopped on request.");
        }
    }
}
