package io.outputport.benchmark.trace;

import java.nio.file.Path;

/** How to start a jar with the Java of this process. */
final class JavaCommand {
    private JavaCommand() {}

    static ProcessBuilder of(Path jar) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(java, "-Xmx512m", "-jar", jar.toString());
    }
}
