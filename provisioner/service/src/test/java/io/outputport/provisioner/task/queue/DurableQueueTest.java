package io.outputport.provisioner.task.queue;

import static io.outputport.provisioner.task.run.ScriptedHandler.RESULT;
import static io.outputport.provisioner.task.run.ScriptedHandler.completing;
import static io.outputport.provisioner.task.run.ScriptedHandler.provisioning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.task.Acceptance;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.life.Recurring;
import io.outputport.provisioner.task.retry.BackOff;
import io.outputport.provisioner.task.retry.RetryPolicy;
import io.outputport.provisioner.task.run.Next;
import io.outputport.provisioner.task.run.ScriptedHandler;
import io.outputport.provisioner.task.run.TaskHandlers;
import io.outputport.provisioner.task.run.TaskRunner;
import io.outputport.provisioner.task.run.TaskWorld;
import io.outputport.provisioner.task.store.TaskStoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DurableQueueTest {
    private static final Problem DOWN = Problem.of(new ProblemCode("hasura-down"), "Hasura does not answer.");
    private static final Submission SUBMISSION = new Submission(Operation.PROVISION, "c", "{}");

    @Test
    void changes_of_one_component_run_in_order_of_arrival_also_while_the_first_waits_for_a_retry() {
        ScriptedHandler provision = provisioning((task, progress) ->
                task.attempt() == 1 ? Outcome.later(Duration.ofSeconds(10), DOWN) : Outcome.done(RESULT));
        ScriptedHandler access = completing(Operation.UPDATE_ACL);
        try (ManualQueue queue = new ManualQueue(provision, access)) {
            TaskToken first = queue.accepted(Operation.PROVISION, "c");
            TaskToken second = queue.accepted(Operation.UPDATE_ACL, "c");

            queue.run();
            queue.runAfter(Duration.ofSeconds(9));

            assertThat(access.handled()).isEmpty();

            queue.runAfter(Duration.ofSeconds(1));
            queue.run();

            assertThat(queue.report(first).status()).isInstanceOf(TaskStatus.Completed.class);
            assertThat(queue.report(second).status()).isInstanceOf(TaskStatus.Completed.class);
        }
    }

    @Test
    void an_equal_request_gets_the_token_of_the_waiting_one_and_is_tried_at_once() {
        ScriptedHandler provision = provisioning((task, progress) ->
                task.attempt() == 1 ? Outcome.later(Duration.ofSeconds(60), DOWN) : Outcome.done(RESULT));
        Submission submission = new Submission(Operation.PROVISION, "c", "{}", Optional.of("same"));
        try (ManualQueue queue = new ManualQueue(provision)) {
            Acceptance first = queue.queue().submit(submission);
            queue.run();

            Acceptance second = queue.queue().submit(submission);
            queue.run();

            assertThat(second).isEqualTo(first);
            assertThat(provision.handled()).extracting(Task::attempt).containsExactly(1, 2);
        }
    }

    @Test
    void a_recurring_job_comes_again_after_its_interval_even_when_it_failed() {
        AtomicInteger runs = new AtomicInteger();
        Recurring job = job(Duration.ofMinutes(15), () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("the first run fails");
            }
        });
        try (ManualQueue queue = new ManualQueue(new TaskWork(List.of(), List.of(job)))) {
            queue.run();
            queue.runAfter(Duration.ofMinutes(14));
            assertThat(runs).hasValue(1);

            queue.runAfter(Duration.ofMinutes(1));
            assertThat(runs).hasValue(2);
        }
    }

    @Test
    void a_recurring_job_is_not_begun_while_the_service_stops() {
        AtomicInteger runs = new AtomicInteger();
        Recurring job = job(Duration.ofMinutes(15), runs::incrementAndGet);
        try (ManualQueue queue = new ManualQueue(new TaskWork(List.of(), List.of(job)))) {
            queue.service().drain();

            queue.run();

            assertThat(runs).hasValue(0);
        }
    }

    private static Recurring job(Duration interval, Runnable work) {
        return new Recurring() {
            @Override
            public String name() {
                return "job";
            }

            @Override
            public Duration interval() {
                return interval;
            }

            @Override
            public void run() {
                work.run();
            }
        };
    }

    @Test
    void an_unprovision_ends_the_waiting_retry_and_runs_at_once() {
        ScriptedHandler provision = provisioning((task, progress) -> Outcome.later(Duration.ofSeconds(60), DOWN));
        ScriptedHandler remove = completing(Operation.UNPROVISION);
        try (ManualQueue queue = new ManualQueue(provision, remove)) {
            TaskToken waiting = queue.accepted(Operation.PROVISION, "c");
            queue.run();

            TaskToken removal = queue.accepted(Operation.UNPROVISION, "c");
            queue.run();
            queue.runAfter(Duration.ofMinutes(2));

            assertThat(queue.report(waiting).status()).isInstanceOf(TaskStatus.Failed.class);
            assertThat(queue.report(removal).status()).isEqualTo(new TaskStatus.Completed(RESULT));
            assertThat(provision.handled()).hasSize(1);
        }
    }

    @Test
    void a_retry_that_became_due_while_its_attempt_ended_is_brought_forward_by_the_sweep() {
        ScriptedHandler provision = provisioning((task, progress) ->
                task.attempt() == 1 ? Outcome.later(Duration.ofMinutes(2), DOWN) : Outcome.done(RESULT));
        try (ManualQueue queue = new ManualQueue(provision)) {
            TaskToken token = queue.accepted();
            queue.run();
            queue.service().world().store().postpone(token, queue.report(token).acceptedAt());

            queue.runAfter(Duration.ofSeconds(10));
            queue.run();

            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Completed(RESULT));
        }
    }

    @Test
    void a_retry_of_one_component_holds_up_no_other_and_no_reading_operation() {
        ScriptedHandler provision = provisioning((task, progress) -> Outcome.later(Duration.ofSeconds(10), DOWN));
        ScriptedHandler validate = completing(Operation.VALIDATE);
        ScriptedHandler access = completing(Operation.UPDATE_ACL);
        try (ManualQueue queue = new ManualQueue(provision, validate, access)) {
            queue.accepted(Operation.PROVISION, "c");
            queue.accepted(Operation.VALIDATE, "c");
            queue.accepted(Operation.UPDATE_ACL, "d");

            queue.run();

            assertThat(validate.handled()).hasSize(1);
            assertThat(access.handled()).extracting(Task::component).containsExactly("d");
        }
    }

    @Test
    void what_only_looks_takes_no_place_from_what_changes() {
        try (ManualQueue queue = new ManualQueue(completing(Operation.PROVISION))) {
            for (int i = 0; i < ManualQueue.LIMIT; i++) {
                queue.accepted(Operation.VALIDATE, "component");
            }

            assertThat(queue.queue().submit(new Submission(Operation.REVERSE_PROVISION, "other", "{}")))
                    .isEqualTo(new Acceptance.Rejected(
                            "The provisioner has 5 unfinished validations and reverse provisionings and takes no more for"
                                    + " now.",
                            Duration.ofSeconds(30)));
            assertThat(queue.queue().submit(SUBMISSION)).isInstanceOf(Acceptance.Accepted.class);
        }
    }

    @Test
    void while_the_disk_is_nearly_full_only_changes_are_taken() {
        try (ManualQueue queue = new ManualQueue(completing(Operation.PROVISION))) {
            queue.fillDisk();

            assertThat(queue.queue().submit(new Submission(Operation.VALIDATE, "component", "{}")))
                    .isInstanceOf(Acceptance.Rejected.class);
            assertThat(queue.queue().submit(SUBMISSION)).isInstanceOf(Acceptance.Accepted.class);
        }
    }

    @Test
    void a_full_queue_refuses_until_a_task_has_ended() {
        try (ManualQueue queue = new ManualQueue(completing(Operation.PROVISION))) {
            for (int i = 0; i < ManualQueue.LIMIT; i++) {
                queue.accepted();
            }

            assertThat(queue.queue().submit(SUBMISSION))
                    .isEqualTo(new Acceptance.Rejected(
                            "The provisioner has 5 unfinished tasks and takes no more for now.",
                            Duration.ofSeconds(30)));

            queue.run();

            assertThat(queue.queue().submit(SUBMISSION)).isInstanceOf(Acceptance.Accepted.class);
        }
    }

    @Test
    void a_stopping_queue_takes_nothing_in_begins_nothing_and_loses_nothing() {
        ScriptedHandler handler = completing(Operation.PROVISION);
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken before = queue.accepted();

            queue.service().drain();
            queue.run();

            assertThat(queue.queue().submit(SUBMISSION)).isInstanceOf(Acceptance.Rejected.class);
            assertThat(queue.queue().whyNotReady()).contains("The provisioner is stopping.");
            assertThat(handler.handled()).isEmpty();
            assertThat(queue.report(before).status()).isEqualTo(new TaskStatus.Running());
        }
    }

    @Test
    void a_handler_that_the_stop_breaks_off_leaves_its_task_open() {
        try (ManualQueue queue = new ManualQueue(provisioning((task, progress) -> {
            throw new IllegalStateException("interrupted");
        }))) {
            TaskToken token = queue.accepted();
            TaskWorld world = queue.service().world();
            TaskRunner runner = new TaskRunner(
                    world,
                    new TaskHandlers(List.of(provisioning((task, progress) -> {
                        world.draining().begin();
                        throw new IllegalStateException("interrupted");
                    }))),
                    new RetryPolicy(BackOff.USUAL, ManualQueue.BUDGET),
                    () -> 0);

            assertThat(runner.run(token)).isInstanceOf(Next.Due.class);
            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Running());
        }
    }

    @Test
    void a_stored_task_that_nobody_scheduled_is_found_by_the_sweep() {
        ScriptedHandler handler = completing(Operation.PROVISION);
        try (ManualQueue queue = new ManualQueue(handler)) {
            queue.run();
            TaskToken token = queue.accepted();
            queue.sql("delete from scheduled_tasks where task_name = 'task'");

            queue.runAfter(Duration.ofSeconds(10));
            queue.run();

            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Completed(RESULT));
        }
    }

    @Test
    void a_result_is_forgotten_when_its_retention_is_over() {
        try (ManualQueue queue = new ManualQueue(completing(Operation.PROVISION))) {
            TaskToken token = queue.accepted();
            queue.run();

            queue.runAfter(Duration.ofDays(29));
            boolean kept = queue.queue().find(token).isPresent();
            queue.runAfter(Duration.ofDays(2));

            assertThat(kept).isTrue();
            assertThat(queue.queue().find(token)).isEmpty();
        }
    }

    @Test
    void a_task_that_could_not_be_stored_is_not_accepted() {
        try (ManualQueue queue = new ManualQueue()) {
            queue.sql("alter table task rename to away");

            assertThatThrownBy(() -> queue.queue().submit(SUBMISSION)).isInstanceOf(TaskStoreException.class);
            assertThat(queue.queue().whyNotReady()).contains("The task database does not answer.");
        }
    }

    @Test
    void an_unknown_token_leads_nowhere() {
        try (ManualQueue queue = new ManualQueue()) {
            assertThat(queue.queue().find(new TaskToken(UUID.randomUUID()))).isEmpty();
        }
    }

    @Test
    void a_component_that_no_database_could_index_is_no_submission() {
        assertThatThrownBy(() -> new Submission(Operation.PROVISION, "c".repeat(601), "{}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
