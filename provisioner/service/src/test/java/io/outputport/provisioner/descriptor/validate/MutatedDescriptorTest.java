package io.outputport.provisioner.descriptor.validate;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.outcome.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a descriptor on its way, the answer is a verdict. */
class MutatedDescriptorTest {
    private static final int TEXTS = 10_000;
    private static final String[] VALUES = {
        "null",
        "[]",
        "{}",
        "~",
        "true",
        "1.0",
        "\"\"",
        "'x",
        "|",
        ">-",
        "&a",
        "*a",
        "!t x",
        "- x",
        "? y",
        "<<: *a",
        "{",
        "[",
        "\t",
        "%",
        "@",
        "\"\\u0000\"",
        "\"\\UFFFFFFFF\"",
        "---",
        "...",
        "# c",
        "x: y: z",
        "\uFEFF",
        "\u0085",
        "💧"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void every_mutated_yaml_gets_a_verdict(long seed) {
        judgeMutations(aDescriptor().yaml(), new Random(seed));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void every_mutated_json_gets_a_verdict(long seed) {
        judgeMutations(aDescriptor().json().replace(",", ",\n"), new Random(seed));
    }

    private static void judgeMutations(String text, Random random) {
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            int refused = 0;
            for (int count = 0; count < TEXTS; count++) {
                String mutated = mutate(text, random);
                List<Problem> problems = Verdicts.problems(mutated);
                refused += problems.isEmpty() ? 0 : 1;
                assertThat(problems).as(mutated).allMatch(MutatedDescriptorTest::isReadable);
            }
            assertThat(refused).isBetween(TEXTS / 4, TEXTS - 1);
        });
    }

    private static boolean isReadable(Problem problem) {
        String sentence = problem.sentence();
        return sentence.length() < 1_500
                && sentence.codePoints().noneMatch(Character::isISOControl)
                && !sentence.contains("Exception")
                && !sentence.contains("yaml.org");
    }

    private static String mutate(String text, Random random) {
        String mutated = text;
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
            mutated = random.nextInt(3) == 0 ? flip(mutated, random) : inLines(mutated, random);
        }
        return mutated;
    }

    private static String flip(String text, Random random) {
        int at = random.nextInt(text.length());
        char character = (char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x80));
        return text.substring(0, at) + character + text.substring(random.nextBoolean() ? at : at + 1);
    }

    private static String inLines(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2 -> lines.set(at, line.replaceFirst(":.*", ": " + value(random)));
            case 3 -> lines.set(at, " ".repeat(random.nextInt(3)) + line.stripLeading());
            default -> lines.add(at, value(random));
        }
        return lines.isEmpty() ? " " : String.join("\n", lines) + " ";
    }

    private static String value(Random random) {
        return VALUES[random.nextInt(VALUES.length)].replace("\\", "\\\\").replace("$", "\\$");
    }
}
