package io.outputport.provisioner.hasura.metadata;

import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.provisioner.hasura.wave.WritePolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * Where Hasura is.
 *
 * @param timeout for calls that only read
 * @param writeTimeout for calls after which Hasura builds its whole schema anew
 * @param confirmTimeout how long a role may not see what was written for it, before that is a failure
 * @param write how it is written
 */
public record HasuraSettings(
        URI url,
        Secret adminSecret,
        Duration timeout,
        Duration writeTimeout,
        Duration confirmTimeout,
        WritePolicy write) {
    public static HasuraSettings from(Settings settings) {
        URI url = settings.requiredUrl("HASURA_URL");
        for (String forbidden : settings.text("HASURA_FORBIDDEN_URLS", "").split("[,\\s]+")) {
            if (!forbidden.isEmpty() && plain(forbidden).equals(plain(url.toString()))) {
                throw new SettingsException("HASURA_URL names an instance that HASURA_FORBIDDEN_URLS forbids.");
            }
        }
        return new HasuraSettings(
                url,
                settings.requiredHeaderSecret("HASURA_ADMIN_SECRET"),
                settings.timeout("HASURA_TIMEOUT", Duration.ofSeconds(30)),
                settings.timeout("HASURA_WRITE_TIMEOUT", Duration.ofMinutes(10)),
                settings.duration("CONFIRM_TIMEOUT", Duration.ofMinutes(5)),
                settings.choice("HASURA_WRITE", WritePolicy.class, WritePolicy.AUTO));
    }

    private static String plain(String url) {
        return url.toLowerCase(Locale.ROOT)
                .replaceAll("/+$", "")
                .replaceAll("^(http://[^/]+):80(/|$)", "$1$2")
                .replaceAll("^(https://[^/]+):443(/|$)", "$1$2");
    }
}
