package io.outputport.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.benchmark.run.JavaProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pool has the size that it has when it is first used, so the queue's sender must be the first. */
class CommonPoolTest {
    @TempDir
    private Path folder;

    @Test
    void the_queue_s_sender_has_two_threads_also_on_two_processors() throws Exception {
        Path output = folder.resolve("output.log");

        try (JavaProcess program = JavaProcess.start(
                List.of(
                        "-XX:ActiveProcessorCount=2",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AfterQueue.class.getName()),
                Map.of(),
                output)) {
            program.awaitEnd();
        }

        assertThat(Files.readString(output)).contains("There is no", "parallelism: 2");
    }

    /** A queue that ends before it starts anything, and what it has made of the pool. */
    static final class AfterQueue {
        private AfterQueue() {}

        public static void main(String[] args) {
            Benchmark.commandLine().execute("queue", "--service", "nowhere.jar");
            System.out.println("parallelism: " + ForkJoinPool.getCommonPoolParallelism());
        }
    }
}
