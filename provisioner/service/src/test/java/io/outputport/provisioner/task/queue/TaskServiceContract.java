package io.outputport.provisioner.task.queue;

import static io.outputport.provisioner.task.run.ScriptedHandler.RESULT;
import static io.outputport.provisioner.task.run.ScriptedHandler.completing;
import static io.outputport.provisioner.task.run.ScriptedHandler.provisioning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskStatus;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.run.ScriptedHandler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue with real threads, whichever database is behind it. */
abstract class TaskServiceContract {
    private static final Duration SOON = Duration.ofMinutes(2);

    private String url = "";

    abstract String freshDatabase();

    @BeforeEach
    void chooseDatabase() {
        url = freshDatabase();
    }

    @Test
    void tasks_of_one_component_run_one_after_the_other_without_waiting_for_a_poll() {
        ScriptedHandler handler = completing(Operation.PROVISION);
        try (RunningQueue queue = RunningQueue.on(url, handler)) {
            List<TaskToken> tokens =
                    IntStream.range(0, 30).mapToObj(i -> queue.accepted("c")).toList();

            await().atMost(SOON).until(() -> tokens.stream().allMatch(queue::isCompleted));

            assertThat(handler.handled()).extracting(Task::token).containsExactlyElementsOf(tokens);
        }
    }

    @Test
    void tasks_of_different_components_run_side_by_side() {
        CountDownLatch together = new CountDownLatch(3);
        ScriptedHandler handler = provisioning((task, progress) -> {
            together.countDown();
            return awaited(together);
        });
        try (RunningQueue queue = RunningQueue.on(url, handler)) {
            List<TaskToken> tokens = List.of(queue.accepted("a"), queue.accepted("b"), queue.accepted("c"));

            await().atMost(SOON).until(() -> tokens.stream().allMatch(queue::isCompleted));
        }
    }

    @Test
    void what_was_accepted_before_a_restart_is_carried_out_after_it_and_stays_readable() {
        TaskToken token;
        try (RunningQueue first = RunningQueue.notStarted(url, completing(Operation.PROVISION))) {
            token = first.accepted("c");
        }

        try (RunningQueue second = RunningQueue.on(url, completing(Operation.PROVISION))) {
            await().atMost(SOON).until(() -> second.isCompleted(token));
        }

        try (RunningQueue third = RunningQueue.on(url)) {
            assertThat(third.report(token).status()).isEqualTo(new TaskStatus.Completed(RESULT));
        }
    }

    @Test
    void a_stop_lets_the_running_task_finish_and_leaves_the_next_one_for_the_next_start() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        ScriptedHandler slow = provisioning((task, progress) -> {
            begun.countDown();
            return awaited(stopping);
        });
        TaskToken running;
        TaskToken waiting;
        try (RunningQueue queue = RunningQueue.on(url, slow)) {
            running = queue.accepted("c");
            waiting = queue.accepted("c");
            awaited(begun);
            queue.drain();
            stopping.countDown();
        }

        try (RunningQueue next = RunningQueue.on(url, completing(Operation.PROVISION))) {
            assertThat(next.isCompleted(running)).isTrue();
            assertThat(slow.handled()).extracting(Task::token).containsExactly(running);
            await().atMost(SOON).until(() -> next.isCompleted(waiting));
        }
    }

    private static Outcome<TaskResult> awaited(CountDownLatch latch) {
        try {
            return latch.await(SOON.toSeconds(), TimeUnit.SECONDS)
                    ? Outcome.done(RESULT)
                    : Outcome.stopped(Problem.of(new ProblemCode("too-late"), "Nobody came."));
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(broken);
        }
    }
}
