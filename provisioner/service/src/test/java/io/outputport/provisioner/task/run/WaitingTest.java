package io.outputport.provisioner.task.run;

import static io.outputport.provisioner.task.run.ScriptedHandler.RESULT;
import static io.outputport.provisioner.task.run.ScriptedHandler.provisioning;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskReport;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.queue.ManualQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A task that waits for its turn somewhere has not failed. */
class WaitingTest {
    private static final String TURN = "Waits for its turn.";
    private static final Outcome<TaskResult> WAITS = Outcome.waiting(Duration.ofMinutes(3), TURN);

    @Test
    void waiting_counts_not_as_an_attempt_and_whoever_lets_it_wait_knows_how_long_it_may() {
        List<Duration> left = new ArrayList<>();
        ScriptedHandler handler = provisioning((task, progress) -> {
            left.add(progress.timeLeft().orElseThrow());
            return WAITS;
        });
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();

            queue.run();
            for (int turn = 0; turn < 2; turn++) {
                queue.runAfter(Duration.ofMinutes(3));
            }

            assertThat(handler.handled()).hasSize(3).extracting(Task::attempt).containsOnly(1);
            assertThat(left).containsExactly(ManualQueue.BUDGET, Duration.ofMinutes(2), Duration.ofMinutes(-1));
            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Running());
            assertThat(handler.abandoned()).isEmpty();
        }
    }

    @Test
    void a_failure_after_a_wait_that_used_up_the_budget_is_the_end_and_tells_how_long_it_took() {
        AtomicInteger calls = new AtomicInteger();
        Problem down = Problem.of(new ProblemCode("down"), "It is down.");
        ScriptedHandler handler = provisioning((task, progress) -> switch (calls.incrementAndGet()) {
            case 1 -> Outcome.waiting(ManualQueue.BUDGET.multipliedBy(2), TURN);
            case 2 -> Outcome.later(Duration.ofSeconds(1), down);
            default -> Outcome.done(RESULT);
        });
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();

            queue.run();
            queue.runAfter(ManualQueue.BUDGET.multipliedBy(2));

            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Failed(List.of(down)));
            assertThat(lines(queue.report(token))).endsWith("Gave up after one attempt in 10 min. It is down.");
        }
    }

    @Test
    void what_is_put_right_waits_for_its_turn_too_but_not_for_ever() {
        Problem down = Problem.of(new ProblemCode("down"), "It is down.");
        ScriptedHandler handler =
                provisioning((task, progress) -> Outcome.stopped(down)).tidyingUp(task -> WAITS);
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();

            queue.run();
            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Running());
            queue.runAfter(Duration.ofMinutes(3));
            queue.runAfter(Duration.ofMinutes(3));

            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Failed(List.of(down)));
            assertThat(lines(queue.report(token)))
                    .contains("What this task left half-done could not be put right: Waits for its turn. Gave up.");
        }
    }

    @Test
    void what_is_put_right_goes_on_as_soon_as_its_turn_has_come() {
        AtomicInteger calls = new AtomicInteger();
        ScriptedHandler handler = provisioning(
                        (task, progress) -> Outcome.stopped(Problem.of(new ProblemCode("down"), "It is down.")))
                .tidyingUp(task -> calls.incrementAndGet() == 1 ? WAITS : Outcome.done(RESULT));
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted(Operation.PROVISION, "c");
            queue.run();

            queue.queue().wake("c");
            queue.run();

            assertThat(queue.report(token).status()).isInstanceOf(TaskStatus.Failed.class);
        }
    }

    @Test
    void what_was_told_before_the_wait_is_not_told_again() {
        AtomicInteger calls = new AtomicInteger();
        ScriptedHandler handler = provisioning((task, progress) -> {
            boolean again = calls.incrementAndGet() > 1;
            progress.report(Severity.INFO, "role", "Role r may use no root field.");
            progress.report(Severity.INFO, "access", again ? "Nobody has it (was so already)." : "Nobody has it.");
            return again ? Outcome.done(RESULT) : WAITS;
        });
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();

            queue.run();
            queue.runAfter(Duration.ofMinutes(3));

            assertThat(lines(queue.report(token)))
                    .containsExactly("Role r may use no root field.", "Nobody has it.", "Waits for its turn.");
        }
    }

    @Test
    void whoever_it_waits_for_has_it_go_on_at_once() {
        AtomicInteger calls = new AtomicInteger();
        ScriptedHandler handler =
                provisioning((task, progress) -> calls.incrementAndGet() == 1 ? WAITS : Outcome.done(RESULT));
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted(Operation.PROVISION, "c");
            queue.run();

            queue.queue().wake("another");
            queue.run();
            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Running());

            queue.queue().wake("c");
            queue.run();
            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Completed(RESULT));
        }
    }

    @Test
    void a_task_that_waits_for_a_retry_is_not_hastened() {
        Problem down = Problem.of(new ProblemCode("down"), "It is down.");
        ScriptedHandler handler = provisioning((task, progress) -> Outcome.later(Duration.ofMinutes(1), down));
        try (ManualQueue queue = new ManualQueue(handler)) {
            queue.accepted(Operation.PROVISION, "c");
            queue.run();

            queue.queue().wake("c");
            queue.run();

            assertThat(handler.handled()).hasSize(1);
        }
    }

    @Test
    void the_handler_of_a_task_that_is_stopped_while_it_waits_decides_where_it_ends() {
        ScriptedHandler handler = provisioning((task, progress) -> progress.isContinued() && progress.isStopWished()
                ? Outcome.terminated("Stopped between two steps.")
                : WAITS);
        try (ManualQueue queue = new ManualQueue(handler)) {
            TaskToken token = queue.accepted();
            queue.run();

            queue.queue().terminate(token);
            queue.run();

            assertThat(queue.report(token).status()).isEqualTo(new TaskStatus.Terminated());
            assertThat(handler.handled()).hasSize(2);
            assertThat(handler.abandoned()).hasSize(1);
        }
    }

    private static List<String> lines(TaskReport report) {
        return report.log().stream().map(line -> line.message()).toList();
    }
}
