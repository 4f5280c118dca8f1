package io.outputport.benchmark.run;

import io.outputport.provisioner.Provisioner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private static ServiceProgram ofThisClassPath() {
        return new ServiceProgram(List.of("-cp", System.getProperty("java.class.path"), Provisioner.class.getName()));
    }
}
