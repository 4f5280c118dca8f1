package io.outputport.benchmark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options of {@code java} in the image, for a process that no container bounds. */
public final class ImageOptions {
    /** The chart's limit. */
    public static final long LIMIT_MEBIBYTES = 512;

    /** The module that has them. */
    public static final String MODULE = "provisioner/foundation";

    private static final Path FILE = Path.of("src/main/image/jvm.options");
    /** The JVM that reads {@code --sun-misc-unsafe-memory-access}. */
    private static final int UNSAFE_IS_ASKED_FOR = 23;

    private ImageOptions() {}

    /** @param module the folder of the module that has them */
    public static List<String> read(Path module) throws IOException {
        List<String> options = new ArrayList<>();
        for (String line : Files.readAllLines(module.resolve(FILE))) {
            boolean known = Runtime.version().feature() >= UNSAFE_IS_ASKED_FOR || !line.contains("sun-misc-unsafe");
            if (!line.isBlank() && !line.startsWith("#") && known) {
                options.add(line);
            }
        }
        options.add("-XX:MaxRAM=" + LIMIT_MEBIBYTES + "m");
        return options;
    }
}
