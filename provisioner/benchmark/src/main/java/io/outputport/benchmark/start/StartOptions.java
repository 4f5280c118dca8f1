package io.outputport.benchmark.start;

import io.outputport.benchmark.run.ImageOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How {@code java} is started, the same for all contenders.
 *
 * @param shown in results
 * @param java its options
 */
record StartOptions(String shown, List<String> java, Archive archive) {
    /** The image's JVM. */
    private static final int IMAGE = 25;

    private static final List<String> SMALL = List.of("-Xmx256m");

    StartOptions {
        java = List.copyOf(java);
    }

    /** What an earlier process of the same program has left for the next. */
    enum Archive {
        NONE("", ""),
        /** Of classes, as JDK 17 has it. */
        CLASSES("-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="),
        /** Of classes, links and profiles, as JDK 25 has it and the image brings it. */
        AHEAD_OF_TIME("-XX:AOTCacheOutput=", "-XX:AOTCache=");

        private final String write;
        private final String read;

        Archive(String write, String read) {
            this.write = write;
            this.read = read;
        }
    }

    /** All that this JVM can do. */
    static List<StartOptions> all() throws IOException {
        List<StartOptions> all = new ArrayList<>(List.of(
                new StartOptions("-Xmx256m", SMALL, Archive.NONE),
                new StartOptions("-Xmx256m -XX:+UseSerialGC", List.of("-Xmx256m", "-XX:+UseSerialGC"), Archive.NONE),
                new StartOptions("-Xmx256m, class archive", SMALL, Archive.CLASSES)));
        if (Runtime.version().feature() >= IMAGE) {
            List<String> image = ImageOptions.read(Path.of(ImageOptions.MODULE));
            all.add(new StartOptions("the image's", image, Archive.NONE));
            all.add(new StartOptions("the image's, AOT cache", image, Archive.AHEAD_OF_TIME));
        }
        return all;
    }

    boolean isArchived() {
        return archive != Archive.NONE;
    }

    /** Of the process that leaves something, when it ends. */
    List<String> writing(Path file) {
        return with(archive.write + file);
    }

    /** Of those that start from it. */
    List<String> reading(Path file) {
        return with(archive.read + file);
    }

    private List<String> with(String option) {
        List<String> options = new ArrayList<>(java);
        options.add(option);
        return options;
    }
}
