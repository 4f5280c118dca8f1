package io.outputport.sharing.storage;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How long signed addresses are good when a share does not say less. */
@Singleton
public final class AddressLifetime {
    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Duration usual;

    AddressLifetime(Settings settings) {
        this.usual = settings.timeout("SHARING_URL_LIFETIME", USUAL);
        if (usual.compareTo(LONGEST) > 0) {
            throw new SettingsException(
                    "SHARING_URL_LIFETIME must be at most 1h: who lost access can read until then.");
        }
    }

    public Duration usual() {
        return usual;
    }
}
