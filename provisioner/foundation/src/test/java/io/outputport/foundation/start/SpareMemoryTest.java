package io.outputport.foundation.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a JVM of its own each time: such options are the whole JVM's. */
class SpareMemoryTest {
    @Test
    void little_of_the_heap_stays_free() throws IOException {
        assertThat(afterwards("-XX:+UseG1GC"))
                .isEqualTo("MinHeapFreeRatio=10 MaxHeapFreeRatio=20 G1PeriodicGCInterval=10000 trims=true");
    }

    @Test
    void what_the_operator_has_set_stays() throws IOException {
        assertThat(afterwards("-XX:MaxHeapFreeRatio=80", "-XX:G1PeriodicGCInterval=60000"))
                .startsWith("MinHeapFreeRatio=40 MaxHeapFreeRatio=80 G1PeriodicGCInterval=60000");
        assertThat(afterwards("-XX:MinHeapFreeRatio=50"))
                .startsWith("MinHeapFreeRatio=50 MaxHeapFreeRatio=70 G1PeriodicGCInterval=10000");
    }

    private static String afterwards(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Told.class.getName()));
        Process told = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** A program that tells its options. */
    static final class Told {
        private Told() {}

        public static void main(String[] arguments) {
            SpareMemory memory = SpareMemory.ofThisJvm().orElseThrow();
            boolean trims = memory.setOptions();
            StringBuilder line = new StringBuilder();
            for (String name : List.of("MinHeapFreeRatio", "MaxHeapFreeRatio", "G1PeriodicGCInterval")) {
                line.append(name)
                        .append('=')
                        .append(memory.option(name).orElse("?"))
                        .append(' ');
            }
            System.out.println(line + "trims=" + trims);
        }
    }
}
