package io.outputport.benchmark.run;

import io.outputport.benchmark.floor.Floor;
import java.nio.file.Path;
import java.util.List;

/** The bare framework as a program, seen from the root of the repository after {@code mvn package}. */
public final class FloorProgram {
    /** As results call it. */
    public static final String NAME = "bare framework";

    private static final Path BUILT = Path.of("provisioner/benchmark/target");

    private FloorProgram() {}

    /** Of {@code java}, after its options. */
    public static List<String> arguments() {
        return List.of("-cp", BUILT.resolve("classes") + ":" + BUILT.resolve("floor") + "/*", Floor.class.getName());
    }
}
