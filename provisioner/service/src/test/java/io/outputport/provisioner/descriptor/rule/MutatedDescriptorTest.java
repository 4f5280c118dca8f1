package io.outputport.provisioner.descriptor.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.Mutations;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to a descriptor on its way, the answer is a verdict: quickly, in readable words, in the order of the
 * text, and without keeping anything. {@code -Dmutations} says how many, {@code -Dmutations.seed} which.
 */
class MutatedDescriptorTest {
    private static final int TEXTS = Integer.getInteger("mutations", 20_000);
    private static final long SEED = Long.getLong("mutations.seed", 1);
    private static final Duration SLOWEST = Duration.ofSeconds(5);
    private static final long MOST_GROWTH = 24L << 20;

    @Test
    void every_mutated_descriptor_gets_a_verdict() {
        Mutations mutations = new Mutations(SEED);
        int refused = 0;
        long before = 0;

        for (int count = 0; count < TEXTS; count++) {
            if (count == TEXTS / 4) {
                before = usedMemory();
            }
            refused += judge(mutations.next(), count).isEmpty() ? 0 : 1;
        }

        assertThat(refused).isBetween(TEXTS / 4, TEXTS - 1);
        assertThat(usedMemory() - before).as("bytes that stay in memory").isLessThan(MOST_GROWTH);
    }

    private static List<Problem> judge(String text, int number) {
        long start = processorTime();
        try {
            List<Problem> problems = Verdicts.problems(text);
            assertThat(problems).as("text %d: %s", number, text).allMatch(MutatedDescriptorTest::isReadable);
            assertThat(places(problems)).as("text %d: %s", number, text).isSorted();
            return problems;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError thrown) {
            throw new AssertionError("text " + number + " of seed " + SEED + ": " + text, thrown);
        } finally {
            Duration taken = Duration.ofNanos(processorTime() - start);
            assertThat(taken).as("text %d: %s", number, text).isLessThan(SLOWEST);
        }
    }

    /** Of this thread alone, so that a busy machine does not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Position> places(List<Problem> problems) {
        return problems.stream()
                .map(Problem::position)
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isReadable(Problem problem) {
        String sentence = problem.sentence();
        return !sentence.isBlank()
                && sentence.length() < 2_500
                && sentence.codePoints().noneMatch(Character::isISOControl)
                && !sentence.contains("Exception")
                && !sentence.contains("yaml.org");
    }

    /** After a collection, so that only what is still held counts. */
    private static long usedMemory() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
