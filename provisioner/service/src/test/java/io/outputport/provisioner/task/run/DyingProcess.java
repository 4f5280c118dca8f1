package io.outputport.provisioner.task.run;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.TestingProcess;
import io.outputport.provisioner.task.TaskResult;
import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.queue.RunningQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process of its own that accepts tasks and dies without a word, as after kill -9. */
final class DyingProcess {
    static final String IN_THE_MIDDLE = "in-the-middle";
    static final String RIGHT_AFTER_ACCEPTING = "right-after-accepting";

    private static final int HALTED = 3;

    private DyingProcess() {}

    /** Answers the tokens that the process had given out before it died. */
    static List<TaskToken> run(String url, String death, int tasks) throws IOException, InterruptedException {
        return run(url, death, tasks, Duration.ZERO);
    }

    /** @param fast how far the clock of the process is ahead of the right time */
    static List<TaskToken> run(String url, String death, int tasks, Duration fast)
            throws IOException, InterruptedException {
        Process process = TestingProcess.of(DyingProcess.class, url, death, Integer.toString(tasks), fast.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != HALTED) {
            process.destroyForcibly();
            throw new IllegalStateException("the process did not die as it should: " + output);
        }
        return output.lines()
                .filter(line -> line.startsWith("accepted "))
                .map(line ->
                        TaskToken.parse(line.substring("accepted ".length())).orElseThrow())
                .toList();
    }

    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        ScriptedHandler handler = ScriptedHandler.provisioning((task, progress) -> {
            begun.countDown();
            return hang();
        });
        RunningQueue queue = RunningQueue.notStarted(arguments[0], Duration.parse(arguments[3]), handler);
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            accept(queue, "component-" + i);
        }
        if (arguments[1].equals(IN_THE_MIDDLE)) {
            queue.start();
            begun.await();
            // Also brings to the disk that the first one is being carried out.
            accept(queue, "one-more");
        }
        Runtime.getRuntime().halt(HALTED);
    }

    private static void accept(RunningQueue queue, String component) {
        System.out.println("accepted " + queue.accepted(component));
        System.out.flush();
    }

    private static Outcome<TaskResult> hang() {
        LockSupport.parkNanos(Duration.ofMinutes(1).toNanos());
        return Outcome.done(ScriptedHandler.RESULT);
    }
}
