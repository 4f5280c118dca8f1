package io.outputport.benchmark.validation;

import io.outputport.benchmark.floor.Floor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The two that are compared, with the same options. Run from the root of the repository, after {@code mvn package}. */
final class Programs {
    /** What docs/operations.md recommends for a small container. */
    static final List<String> OPTIONS = List.of(
            "-Xmx88m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:MaxDirectMemorySize=32m",
            "-XX:TrimNativeHeapInterval=5000");

    static final Path SERVICE = Path.of("provisioner/service/target/provisioner.jar");
    private static final Path FLOOR = Path.of("provisioner/benchmark/target");

    private Programs() {}

    static JavaProcess service(int port) throws IOException {
        Path tasks = Files.createTempDirectory("validation-tasks").resolve("tasks");
        List<String> command = new ArrayList<>(OPTIONS);
        command.addAll(List.of("-jar", SERVICE.toString()));
        return JavaProcess.start(
                command,
                Map.ofEntries(
                        Map.entry("PROVISIONER_HOST", "127.0.0.1"),
                        Map.entry("PROVISIONER_PORT", Integer.toString(port)),
                        Map.entry("TASK_DB_URL", "jdbc:h2:file:" + tasks),
                        Map.entry("VALIDATE_BUDGET", "0"),
                        Map.entry("HASURA_URL", "http://127.0.0.1:1"),
                        Map.entry("HASURA_ADMIN_SECRET", "not-used"),
                        Map.entry("ROLE_MAPPER_URL", "http://127.0.0.1:1"),
                        Map.entry("POSTGRES_URL", "jdbc:postgresql://127.0.0.1:1/sandbox"),
                        Map.entry("POSTGRES_USER", "not-used"),
                        Map.entry("POSTGRES_PASSWORD", "not-used"),
                        Map.entry("POSTGRES_SOURCES", "sandbox=NOT_USED")));
    }

    static JavaProcess floor(int port) throws IOException {
        return JavaProcess.start(floorCommand(), Map.of(Floor.PORT, Integer.toString(port)));
    }

    /** The bare framework's start to its end. */
    static JavaProcess floorStart() throws IOException {
        List<String> command = new ArrayList<>(floorCommand());
        command.add("stop");
        return JavaProcess.start(command, Map.of());
    }

    private static List<String> floorCommand() {
        List<String> command = new ArrayList<>(OPTIONS);
        String libraries = FLOOR.resolve("floor") + "/*";
        command.addAll(List.of("-cp", FLOOR.resolve("classes") + ":" + libraries, Floor.class.getName()));
        return command;
    }
}
