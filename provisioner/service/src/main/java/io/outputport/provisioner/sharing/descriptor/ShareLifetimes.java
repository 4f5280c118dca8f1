package io.outputport.provisioner.sharing.descriptor;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long what a reader of a share has is good; empty for what the sharing server has for all.
 *
 * @param token how old a token may be that reads the share
 * @param url how long an address of a file is good
 */
public record ShareLifetimes(Optional<Duration> token, Optional<Duration> url) {
    public static final ShareLifetimes NONE = new ShareLifetimes(Optional.empty(), Optional.empty());

    private record Unit(long seconds, String name) {}

    private static final List<Unit> UNITS =
            List.of(new Unit(86_400, "d"), new Unit(3_600, "h"), new Unit(60, "m"), new Unit(1, "s"));

    /** Empty for what is no duration of a second or more. */
    public static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Settings.of(Map.of("lifetime", text)).timeout("lifetime", Duration.ZERO))
                    .map(lifetime -> Duration.ofSeconds(lifetime.toSeconds()))
                    .filter(lifetime -> !lifetime.isZero());
        } catch (SettingsException wrong) {
            return Optional.empty();
        }
    }

    /** As people write it, and the sharing server reads it. */
    public static String text(Duration lifetime) {
        Unit whole = UNITS.stream()
                .filter(unit -> lifetime.toSeconds() % unit.seconds() == 0)
                .findFirst()
                .orElseThrow();
        return lifetime.toSeconds() / whole.seconds() + whole.name();
    }
}
