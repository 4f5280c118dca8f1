package io.outputport.provisioner.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.TestingProcess;
import io.outputport.provisioner.descriptor.parse.DescriptorText;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Descriptors that are as dear as can be are read with the heap that is reckoned for them, and no more. */
class TextCostTest {
    private static final int VALUES = 200_000;
    /** A JVM that has read a descriptor of one line, in MiB. */
    private static final long BARE = 12;

    @ParameterizedTest
    @CsvSource({
        "objects of one field, '- a: b\n', 450000",
        "empty objects, '- [{},{},{},{},{},{},{},{},{},{},{},{}]\n', 450000",
        "lists of one letter, '- [a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a]\n', 380000",
        "small, '- [a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a]\n', 60000",
    })
    void the_dearest_texts_cost_no_more_than_is_reckoned(String name, String line, int bytes) throws Exception {
        long reckoned = new TextCost(VALUES).tree(bytes);

        assertThat(exitCode(BARE + reckoned / (1024 * 1024), line, bytes))
                .as(name)
                .isZero();
    }

    private static int exitCode(long heap, String line, int bytes) throws Exception {
        ProcessBuilder reading = TestingProcess.of(Reading.class, line, Integer.toString(bytes));
        List<String> command = new ArrayList<>(reading.command());
        command.addAll(1, List.of("-Xmx" + heap + "m", "-XX:+UseSerialGC"));
        Process process = reading.command(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    /** Exit code 0 when the text is a tree that was looked at to its last leaf. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] args) {
            String text = "list:\n" + args[0].repeat(Integer.parseInt(args[1]) / args[0].length());
            boolean read = DescriptorText.read(text, DescriptorLimits.standard())
                    .match(root -> !root.digest().isEmpty(), (after, problem) -> false, problems -> false);
            System.exit(read ? 0 : 1);
        }
    }
}
