package io.outputport.benchmark.run;

import io.outputport.provisioner.Provisioner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * The service that is measured.
 *
 * @param arguments of {@code java}, after its options
 */
public record ServiceProgram(List<String> arguments) {
    /** Where the build puts it, seen from the root of the repository. */
    public static final String DEFAULT_JAR = "provisioner/service/target/provisioner.jar";

    public ServiceProgram {
        arguments = List.copyOf(arguments);
    }

    /**
     * What {@code --service} names.
     *
     * @param name a jar; or {@code classpath} for the classes of this process, as tests need them that run before any
     *     jar is built
     * @param command whose option it is
     * @throws ParameterException when there is no such file
     */
    public static ServiceProgram named(String name, CommandLine command) {
        if (name.equals("classpath")) {
            return ofThisClassPath();
        }
        Path jar = Path.of(name);
        if (!Files.isReadable(jar)) {
            throw new ParameterException(
                    command,
                    "There is no " + jar.toAbsolutePath()
                            + ". Run mvn -q -DskipTests package in the root of the repository, and this from there;"
                            + " or name the jar with --service.");
        }
        return new ServiceProgram(List.of("-jar", jar.toString()));
    }

    /**
     * Settings of a service that judges descriptors by themselves: nothing that it could ask is there, and nothing is asked.
     *
     * @param tasks where its task database begins to be
     */
    public static Map<String, String> alone(int port, Path tasks) {
        return Map.ofEntries(
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
                Map.entry("POSTGRES_SOURCES", "sandbox=NOT_USED"));
    }

    private static ServiceProgram ofThisClassPath() {
        return new ServiceProgram(List.of("-cp", System.getProperty("java.class.path"), Provisioner.class.getName()));
    }
}
