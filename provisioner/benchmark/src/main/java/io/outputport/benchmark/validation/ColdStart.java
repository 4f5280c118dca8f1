package io.outputport.benchmark.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Whole processes from their start to their end. */
final class ColdStart {
    private static final int RUNS = Integer.getInteger("coldRuns", 9);
    private static final double MILLI = 1e6;

    private final Path folder;
    private final Path descriptor;

    ColdStart(Descriptor usual) throws IOException {
        folder = Files.createTempDirectory("cold");
        descriptor = Files.writeString(folder.resolve("descriptor.yaml"), usual.yaml());
    }

    /** @return milliseconds, the middle of all runs */
    double floor() throws IOException, InterruptedException {
        return middle(Programs::floorStart);
    }

    double offline() throws IOException, InterruptedException {
        return middle(() -> validation(List.of()));
    }

    double offlineWithArchive() throws IOException, InterruptedException {
        Path archive = folder.resolve("provisioner.jsa");
        try (JavaProcess dump = validation(List.of("-XX:ArchiveClassesAtExit=" + archive))) {
            dump.awaitEnd();
        }
        return middle(() -> validation(List.of("-XX:SharedArchiveFile=" + archive, "-XX:TieredStopAtLevel=1")));
    }

    private JavaProcess validation(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("-jar", Programs.SERVICE.toString(), "validate", "--offline", descriptor.toString()));
        return JavaProcess.start(command, Map.of());
    }

    private static double middle(Run run) throws IOException, InterruptedException {
        double[] millis = new double[RUNS];
        for (int at = 0; at < RUNS; at++) {
            long start = System.nanoTime();
            try (JavaProcess process = run.start()) {
                process.awaitEnd();
            }
            millis[at] = (System.nanoTime() - start) / MILLI;
        }
        Arrays.sort(millis);
        return millis[RUNS / 2];
    }

    @FunctionalInterface
    private interface Run {
        JavaProcess start() throws IOException;
    }
}
