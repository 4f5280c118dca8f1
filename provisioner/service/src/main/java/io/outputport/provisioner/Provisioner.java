package io.outputport.provisioner;

import io.outputport.provisioner.settings.Settings;
import java.util.Map;
import java.util.Optional;

/** Starts the service. A start that fails is told in one sentence on standard error, with an exit code. */
public final class Provisioner {
    private Provisioner() {}

    public static void main(String[] args) {
        run(args, System.getenv()).ifPresent(failed -> {
            System.err.println(failed.sentence());
            System.exit(failed.exitCode());
        });
    }

    /** Empty when the service runs; it then runs until the process is told to stop. */
    static Optional<FailedStart> run(String[] args, Map<String, String> environment) {
        if (args.length > 0) {
            return Optional.of(FailedStart.usage());
        }
        try {
            Settings settings = Settings.of(environment);
            LogFormat.choose(settings);
            ProvisionerServer server = ProvisionerServer.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of(FailedStart.of(failure));
        }
    }
}
