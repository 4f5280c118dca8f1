package io.outputport.provisioner;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.start.FailedStart;
import io.outputport.foundation.start.LogFormat;
import io.outputport.foundation.start.RunningServer;
import io.outputport.provisioner.cli.CommandLineProgram;
import io.outputport.provisioner.cli.terminal.Shell;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Starts the service, or with arguments carries out one command. A start that fails is told in one sentence on standard
 * error, with an exit code.
 */
public final class Provisioner {
    private static final String POOL_SIZE = "java.util.concurrent.ForkJoinPool.common.parallelism";

    private Provisioner() {}

    public static void main(String[] args) {
        shareThreads();
        if (args.length > 0) {
            System.exit(command(args));
        }
        run(System.getenv()).ifPresent(failed -> {
            System.err.println(failed.sentence());
            System.exit(failed.exitCode());
        });
    }

    /**
     * On up to two processors the JDK's common pool has one thread, and is then passed over: its HTTP client starts a thread
     * for each exchange instead. See {@link CompletableFuture}.
     */
    private static void shareThreads() {
        if (Runtime.getRuntime().availableProcessors() <= 2 && System.getProperty(POOL_SIZE) == null) {
            System.setProperty(POOL_SIZE, "2");
        }
    }

    /** Empty when the service runs; it then runs until the process is told to stop. */
    static Optional<FailedStart> run(Map<String, String> environment) {
        return RunningServer.run(
                () -> Settings.of(environment, ProvisionerNames.ALL),
                settings -> ProvisionerServer.start(settings)::close);
    }

    private static int command(String[] args) {
        Shell shell = new Shell(
                System.in,
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                LogFormat.isTerminal());
        String version = Optional.ofNullable(Provisioner.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new CommandLineProgram(shell, version, new LocalServer(), new Migration()).run(args);
    }
}
