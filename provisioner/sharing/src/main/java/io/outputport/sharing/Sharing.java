package io.outputport.sharing;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.start.FailedStart;
import io.outputport.foundation.start.RunningServer;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.sharing.cli.SharingProgram;
import io.outputport.sharing.cli.Shell;
import io.outputport.sharing.store.ShareDatabase;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the sharing server, or with arguments carries out one command. A start that fails is told in one sentence on standard
 * error, with an exit code.
 */
public final class Sharing {
    private Sharing() {}

    public static void main(String[] args) {
        if (args.length > 0) {
            System.exit(command(args));
        }
        run(System.getenv()).ifPresent(failed -> {
            System.err.println(failed.sentence());
            System.exit(failed.exitCode());
        });
    }

    /** Empty when the server runs; it then runs until the process is told to stop. */
    static Optional<FailedStart> run(Map<String, String> environment) {
        return RunningServer.run(
                () -> Settings.of(environment, SharingNames.ALL), settings -> SharingServer.start(settings)::close);
    }

    private static int command(String[] args) {
        // A library's log lines are not what a person at a terminal asked for.
        System.setProperty("provisioner.log.level", "OFF");
        Shell shell = new Shell(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv());
        String version = Optional.ofNullable(Sharing.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new SharingProgram(shell, version, Sharing::migrate).run(args);
    }

    private static int migrate(Map<String, String> environment) {
        Settings settings = Settings.of(environment, SharingNames.ALL);
        return OpenDatabase.migrate(DatabaseSettings.from(settings, ShareDatabase.PURPOSE));
    }
}
