package io.outputport.benchmark.trace;

import io.outputport.benchmark.run.Jdk;
import java.nio.file.Path;

/** How to start a jar with the Java of this process. */
final class JavaCommand {
    private JavaCommand() {}

    static ProcessBuilder of(Path jar) {
        return new ProcessBuilder(Jdk.tool("java"), "-Xmx512m", "-jar", jar.toString());
    }
}
