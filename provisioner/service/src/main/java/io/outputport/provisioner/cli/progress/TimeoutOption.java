package io.outputport.provisioner.cli.progress;

import io.outputport.foundation.settings.Settings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How long a command stays with its tasks. */
public final class TimeoutOption {
    private static final String NAME = "--timeout";
    /** As long as a service tries a task again that another system is in the way of. */
    private static final String USUAL = "30m";

    @Option(
            names = NAME,
            paramLabel = "TIME",
            description =
                    "Stop waiting after this long, such as 90s or 1h; the task goes on. " + USUAL + " without it.")
    private Optional<String> timeout = Optional.empty();

    /** From now on. */
    public FollowTimeout begin() {
        String text = timeout.orElse(USUAL);
        return FollowTimeout.of(text, Settings.of(Map.of(NAME, text)).duration(NAME, Duration.ZERO));
    }
}
