package io.outputport.provisioner.source.jdbc;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import java.time.Duration;

/** How long a source may take to answer, whatever its technology. */
public final class SourceTimeout {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(10);

    private SourceTimeout() {}

    public static Duration from(Settings settings) {
        Duration timeout = settings.duration("SOURCE_TIMEOUT", Duration.ofSeconds(8));
        if (timeout.compareTo(LEAST) < 0 || timeout.compareTo(MOST) > 0) {
            throw new SettingsException("SOURCE_TIMEOUT must be from 1s to 10m.");
        }
        return timeout;
    }
}
