package io.outputport.provisioner.task.run;

import static io.outputport.provisioner.task.run.ScriptedHandler.completing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.outputport.foundation.store.TestingPostgres;
import io.outputport.provisioner.task.LogEntry;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.queue.RunningQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadProcessTest {
    @TempDir
    Path folder;

    @Test
    void a_task_whose_process_died_in_the_middle_is_taken_up_as_soon_as_the_next_one_starts()
            throws IOException, InterruptedException {
        assertTakenUp("jdbc:h2:file:" + folder.resolve("tasks"));
    }

    @Test
    void on_h2_a_task_is_safe_from_the_moment_it_is_accepted() throws IOException, InterruptedException {
        assertNothingIsLost("jdbc:h2:file:" + folder.resolve("tasks"));
    }

    @Test
    void on_postgresql_a_task_is_safe_from_the_moment_it_is_accepted() throws IOException, InterruptedException {
        assertNothingIsLost(TestingPostgres.freshDatabase());
    }

    @Test
    void another_replica_takes_over_what_a_dead_one_had_begun() throws IOException, InterruptedException {
        assertTakenUp(TestingPostgres.freshDatabase());
    }

    private static void assertTakenUp(String url) throws IOException, InterruptedException {
        TaskToken token = DyingProcess.run(url, DyingProcess.IN_THE_MIDDLE, 1).get(0);

        try (RunningQueue next = RunningQueue.on(url, completing(Operation.PROVISION))) {
            await().until(() -> next.isCompleted(token));

            assertThat(next.report(token).log())
                    .extracting(LogEntry::message)
                    .containsExactly("The service stopped in the middle of this task; taken up again.");
        }
    }

    private static void assertNothingIsLost(String url) throws IOException, InterruptedException {
        List<TaskToken> tokens = DyingProcess.run(url, DyingProcess.RIGHT_AFTER_ACCEPTING, 20);

        assertThat(tokens).hasSize(20);
        try (RunningQueue next = RunningQueue.on(url, completing(Operation.PROVISION))) {
            await().until(() -> tokens.stream().allMatch(next::isCompleted));
            assertThat(next.report(tokens.get(0)).log())
                    .extracting(LogEntry::message)
                    .isEmpty();
        }
    }
}
