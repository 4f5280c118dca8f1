package io.outputport.sharing;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.start.FailedStart;
import io.outputport.foundation.start.LogFormat;
import java.util.Map;
import java.util.Optional;

/** Starts the sharing server. A start that fails is told in one sentence on standard error, with an exit code. */
public final class Sharing {
    private Sharing() {}

    public static void main(String[] args) {
        run(System.getenv()).ifPresent(failed -> {
            System.err.println(failed.sentence());
            System.exit(failed.exitCode());
        });
    }

    /** Empty when the server runs; it then runs until the process is told to stop. */
    static Optional<FailedStart> run(Map<String, String> environment) {
        try {
            return run(Settings.of(environment, SharingNames.ALL));
        } catch (RuntimeException failure) {
            return Optional.of(FailedStart.of(failure));
        }
    }

    private static Optional<FailedStart> run(Settings settings) {
        try {
            LogFormat.choose(settings);
            SharingServer server = SharingServer.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
            return Optional.empty();
        } catch (RuntimeException failure) {
            FailedStart failed = FailedStart.of(failure);
            // A library's words may repeat what it was given.
            return Optional.of(
                    new FailedStart(failed.exitCode(), settings.redaction().byValue(failed.sentence())));
        }
    }
}
