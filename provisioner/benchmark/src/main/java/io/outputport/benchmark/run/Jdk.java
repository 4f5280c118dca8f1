package io.outputport.benchmark.run;

import java.nio.file.Path;

/** The Java that this process runs on, which also runs what is measured. */
public final class Jdk {
    private Jdk() {}

    /** @param name for example {@code java} or {@code jcmd} */
    public static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
