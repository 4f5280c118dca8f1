package io.outputport.benchmark;

import io.outputport.benchmark.durable.QueueScenario;
import io.outputport.benchmark.revocation.RevocationScenario;
import io.outputport.benchmark.scale.ScaleScenario;
import io.outputport.benchmark.sharing.SharingScenario;
import io.outputport.benchmark.siege.SiegeScenario;
import io.outputport.benchmark.start.StartScenario;
import io.outputport.benchmark.validation.ValidationScenario;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of all scenarios. Results go to standard output, progress to standard error. */
@Command(
        name = "benchmark",
        description = "Measures the provisioner from outside. Build it first: mvn -q -DskipTests package",
        synopsisSubcommandLabel = "SCENARIO",
        subcommands = {
            StartScenario.class,
            ScaleScenario.class,
            QueueScenario.class,
            ValidationScenario.class,
            SiegeScenario.class,
            RevocationScenario.class,
            SharingScenario.class
        })
public final class Benchmark {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "prints this")
    private boolean help;

    private Benchmark() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        // Progress goes to standard error, not what a PostgreSQL says of its start; the service's logback.xml reads it.
        System.setProperty("provisioner.log.level", "WARN");
        System.exit(commandLine().execute(args));
    }

    /** For {@code main} and for tests, which need the exit code without the exit. */
    static CommandLine commandLine() {
        return new CommandLine(new Benchmark()).setExecutionExceptionHandler((failed, command, parsed) -> {
            command.getErr().println(failed.getClass().getSimpleName() + ": " + String.valueOf(failed.getMessage()));
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }
}
