package io.outputport.benchmark.sharing;

import io.outputport.sharing.Sharing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the sharing server is started: as its image does it, as far as Java 17 can.
 *
 * @param server a jar, or {@code classpath} for this process's own classes
 * @param archive what a start loads, once it was trained
 */
record ServerProgram(String server, Path archive) {
    private static final String CLASS_PATH = "classpath";
    /** A heap that grows as it is needed, and nothing kept for nobody. */
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-Xms32m", "-XX:ReservedCodeCacheSize=64m", "-XX:TrimNativeHeapInterval=5000");

    /** Arguments of {@code java} for a start that leaves behind what it loaded; of folders of classes nothing can be kept. */
    List<String> training(String heap) {
        return arguments(heap, isClassPath() ? List.of() : List.of("-XX:ArchiveClassesAtExit=" + archive));
    }

    List<String> trained(String heap) {
        return arguments(heap, isClassPath() ? List.of() : List.of("-XX:SharedArchiveFile=" + archive));
    }

    private boolean isClassPath() {
        return server.equals(CLASS_PATH);
    }

    private List<String> arguments(String heap, List<String> more) {
        List<String> arguments = new ArrayList<>(OPTIONS);
        arguments.add(heap);
        arguments.addAll(more);
        arguments.addAll(
                isClassPath()
                        ? List.of("-cp", System.getProperty("java.class.path"), Sharing.class.getName())
                        : List.of("-jar", server));
        return arguments;
    }
}
