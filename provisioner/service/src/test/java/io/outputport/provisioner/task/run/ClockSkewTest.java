package io.outputport.provisioner.task.run;

import static io.outputport.provisioner.task.run.ScriptedHandler.completing;
import static io.outputport.provisioner.task.run.ScriptedHandler.provisioning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.store.TestingPostgres;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Task;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.queue.RunningQueue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Replicas over one PostgreSQL, whose clocks are a minute wrong to either side; a dead one is taken over after 2 s. */
class ClockSkewTest {
    private static final Duration FAST = Duration.ofHours(1);
    private static final Duration SLOW = FAST.negated();
    private static final Duration LONGER_THAN_A_TAKEOVER = Duration.ofSeconds(5);

    private final String url = TestingPostgres.freshDatabase();

    @Test
    void every_task_runs_once_and_soon_whichever_replica_took_it_in() {
        ScriptedHandler first = completing(Operation.PROVISION);
        ScriptedHandler second = completing(Operation.PROVISION);
        try (RunningQueue slow = RunningQueue.on(url, SLOW, first);
                RunningQueue fast = RunningQueue.on(url, FAST, second)) {
            List<TaskToken> tokens = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                tokens.add(slow.accepted("component-" + i % 7));
                tokens.add(fast.accepted("component-" + i % 5));
            }

            await().until(() -> tokens.stream().allMatch(slow::isCompleted));

            assertThat(Stream.concat(first.handled().stream(), second.handled().stream())
                            .map(Task::token))
                    .containsExactlyInAnyOrderElementsOf(tokens);
        }
    }

    @Test
    void nobody_takes_over_what_a_living_replica_runs() {
        ScriptedHandler lasting = provisioning((task, progress) -> {
            Instant end = task.acceptedAt().plus(LONGER_THAN_A_TAKEOVER);
            await().until(() -> Instant.now().isAfter(end));
            return Outcome.done(ScriptedHandler.RESULT);
        });
        ScriptedHandler idle = completing(Operation.PROVISION);
        try (RunningQueue slow = RunningQueue.on(url, SLOW, lasting)) {
            TaskToken token = slow.accepted("c");
            await().until(() -> !lasting.handled().isEmpty());
            try (RunningQueue fast = RunningQueue.on(url, FAST, idle)) {
                await().until(() -> fast.isCompleted(token));

                assertThat(lasting.handled()).hasSize(1);
                assertThat(idle.handled()).isEmpty();
            }
        }
    }

    @Test
    void what_a_dead_replica_with_a_fast_clock_had_begun_is_taken_over_in_time()
            throws IOException, InterruptedException {
        TaskToken token =
                DyingProcess.run(url, DyingProcess.IN_THE_MIDDLE, 1, FAST).get(0);

        try (RunningQueue slow = RunningQueue.on(url, SLOW, completing(Operation.PROVISION))) {
            await().until(() -> slow.isCompleted(token));
        }
    }
}
