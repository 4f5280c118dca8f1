package io.outputport.provisioner.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.flow.order.Answers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Nothing that is answered or written hangs on the order of fields, items, lines or hashes. */
class OrderTest {
    private static final int SHUFFLES = 12;

    @Test
    void the_same_in_another_order_has_the_same_answers_and_is_written_the_same() {
        List<String> first = Answers.ofAll(new Shuffle(0));

        assertThat(first)
                .anyMatch(answer -> answer.contains("which all mean column METER"))
                .anyMatch(answer -> answer.contains("is served as"))
                .anyMatch(answer -> answer.contains("is taken in Hasura by table s.u"))
                .anyMatch(answer -> answer.contains("counter (the contract writes meter)"));
        for (int seed = 1; seed < SHUFFLES; seed++) {
            assertThat(Answers.ofAll(new Shuffle(seed))).as("shuffle " + seed).isEqualTo(first);
        }
    }

    @Test
    void another_java_with_other_hash_orders_says_the_same() throws IOException, InterruptedException {
        assertThat(inAnotherJava()).isNotBlank().isEqualTo(inAnotherJava());
    }

    private static String inAnotherJava() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Answers.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(java.exitValue()).as(said).isZero();
        return said;
    }
}
