package io.outputport.sharing.activation;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.sharing.token.Activations;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How long links and tokens live when nobody says otherwise, which is also the longest that anybody may say. */
@Singleton
public final class ActivationSettings {
    private static final Duration LONGEST = Duration.ofDays(3_650);

    private final Activations.Terms usual;

    ActivationSettings(Settings settings) {
        this.usual = new Activations.Terms(
                lifetime(settings, "SHARING_LINK_LIFETIME", Duration.ofDays(3)),
                lifetime(settings, "SHARING_TOKEN_LIFETIME", Duration.ofDays(90)));
    }

    public Activations.Terms usual() {
        return usual;
    }

    private static Duration lifetime(Settings settings, String name, Duration otherwise) {
        Duration lifetime = settings.timeout(name, otherwise);
        if (lifetime.compareTo(LONGEST) > 0 || lifetime.toSeconds() == 0) {
            throw new SettingsException(name + " must be at least 1s and at most " + LONGEST.toDays() + "d.");
        }
        return lifetime;
    }
}
