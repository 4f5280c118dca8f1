package io.outputport.foundation.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpareMemoryTest {
    @Test
    void a_server_keeps_little_free_heap_and_looks_again_in_quiet_times() throws Exception {
        assertThat(optionsOf()).isEqualTo("G1PeriodicGCInterval=15000 MinHeapFreeRatio=10 MaxHeapFreeRatio=20 trims");
    }

    @Test
    void what_the_operator_has_set_stays() throws Exception {
        assertThat(optionsOf("-XX:MaxHeapFreeRatio=60"))
                .isEqualTo("G1PeriodicGCInterval=15000 MinHeapFreeRatio=10 MaxHeapFreeRatio=60 trims");
    }

    @Test
    void other_collectors_are_started_with_as_well() throws Exception {
        assertThat(optionsOf("-XX:+UseSerialGC")).endsWith("MinHeapFreeRatio=10 MaxHeapFreeRatio=20 trims");
    }

    @Test
    void a_ratio_that_leaves_no_room_for_ours_stays() throws Exception {
        assertThat(optionsOf("-XX:MinHeapFreeRatio=50"))
                .isEqualTo("G1PeriodicGCInterval=15000 MinHeapFreeRatio=50 MaxHeapFreeRatio=70 trims");
    }

    /** What holds in a JVM of its own after the call. */
    private static String optionsOf(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.add("-XX:+UseG1GC");
        if (options.length > 0 && options[0].endsWith("UseSerialGC")) {
            command.remove("-XX:+UseG1GC");
        }
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said.strip();
    }

    /** Starts as a server does, and tells its options. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            boolean trims = SpareMemory.setOptions();
            HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            List<String> shown = new ArrayList<>();
            for (String name : List.of("G1PeriodicGCInterval", "MinHeapFreeRatio", "MaxHeapFreeRatio")) {
                shown.add(name + "=" + jvm.getVMOption(name).getValue());
            }
            System.out.println(String.join(" ", shown) + (trims ? " trims" : ""));
        }
    }
}
