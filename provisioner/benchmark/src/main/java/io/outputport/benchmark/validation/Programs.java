package io.outputport.benchmark.validation;

import io.outputport.benchmark.floor.Floor;
import io.outputport.benchmark.run.FloorProgram;
import io.outputport.benchmark.run.JavaProcess;
import io.outputport.benchmark.run.ScratchFolder;
import io.outputport.benchmark.run.ServiceProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The two that are compared, with the same options. Run from the root of the repository, after {@code mvn package}.
 *
 * @param folder takes what they write
 */
record Programs(ServiceProgram program, ScratchFolder folder) {
    /** What docs/operations.md recommends for a small container. */
    static final List<String> OPTIONS = List.of(
            "-Xmx88m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=32m",
            "-XX:TrimNativeHeapInterval=5000");

    JavaProcess service(int port) throws IOException {
        List<String> command = new ArrayList<>(OPTIONS);
        command.addAll(program.arguments());
        return JavaProcess.start(
                command, ServiceProgram.alone(port, folder.resolve("tasks")), folder.resolve("service.log"));
    }

    JavaProcess floor(int port) throws IOException {
        return JavaProcess.start(
                floorCommand(), Map.of(Floor.PORT, Integer.toString(port)), folder.resolve("floor.log"));
    }

    /** The bare framework's start to its end. */
    JavaProcess floorStart() throws IOException {
        List<String> command = new ArrayList<>(floorCommand());
        command.add("stop");
        return JavaProcess.start(command, Map.of(), folder.resolve("cold.log"));
    }

    /** @param options of {@code java} */
    JavaProcess offline(List<String> options, Path descriptor) throws IOException {
        List<String> command = new ArrayList<>(options);
        command.addAll(program.arguments());
        command.addAll(List.of("validate", "--offline", descriptor.toString()));
        return JavaProcess.start(command, Map.of(), folder.resolve("cold.log"));
    }

    private static List<String> floorCommand() {
        List<String> command = new ArrayList<>(OPTIONS);
        command.addAll(FloorProgram.arguments());
        return command;
    }
}
