package io.outputport.benchmark.validation;

import io.outputport.benchmark.run.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Whole processes from their start to their end.
 *
 * @param runs of each; the middle one counts
 */
record ColdStart(Programs programs, Path descriptor, int runs) {
    private static final double MILLI = 1e6;

    /** @return milliseconds */
    double floor() throws IOException, InterruptedException {
        return middle(programs::floorStart);
    }

    double offline() throws IOException, InterruptedException {
        return middle(() -> programs.offline(List.of(), descriptor));
    }

    double offlineWithArchive() throws IOException, InterruptedException {
        Path archive = descriptor.resolveSibling("provisioner.jsa");
        try (JavaProcess dump = programs.offline(List.of("-XX:ArchiveClassesAtExit=" + archive), descriptor)) {
            dump.awaitEnd();
        }
        return middle(() ->
                programs.offline(List.of("-XX:SharedArchiveFile=" + archive, "-XX:TieredStopAtLevel=1"), descriptor));
    }

    private double middle(Run run) throws IOException, InterruptedException {
        double[] millis = new double[runs];
        for (int at = 0; at < runs; at++) {
            long start = System.nanoTime();
            try (JavaProcess process = run.start()) {
                process.awaitEnd();
            }
            millis[at] = (System.nanoTime() - start) / MILLI;
        }
        Arrays.sort(millis);
        return millis[runs / 2];
    }

    @FunctionalInterface
    private interface Run {
        JavaProcess start() throws IOException;
    }
}
