package io.outputport.provisioner.remote.hasura;

import io.outputport.provisioner.settings.Secret;
import io.outputport.provisioner.settings.Settings;
import io.outputport.provisioner.settings.SettingsException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/**
 * Where Hasura is.
 *
 * @param timeout for calls that only read
 * @param writeTimeout for calls after which Hasura builds its whole schema anew
 */
record HasuraSettings(URI url, Secret adminSecret, Duration timeout, Duration writeTimeout) {
    static HasuraSettings from(Settings settings) {
        URI url = settings.requiredUrl("HASURA_URL");
        for (String forbidden : settings.text("HASURA_FORBIDDEN_URLS", "").split("[,\\s]+")) {
            if (!forbidden.isEmpty() && plain(forbidden).equals(plain(url.toString()))) {
                throw new SettingsException("HASURA_URL names an instance that HASURA_FORBIDDEN_URLS forbids.");
            }
        }
        return new HasuraSettings(
                url,
                settings.requiredSecret("HASURA_ADMIN_SECRET"),
                settings.timeout("HASURA_TIMEOUT", Duration.ofSeconds(30)),
                settings.timeout("HASURA_WRITE_TIMEOUT", Duration.ofMinutes(10)));
    }

    private static String plain(String url) {
        return url.toLowerCase(Locale.ROOT)
                .replaceAll("/+$", "")
                .replaceAll("^(http://[^/]+):80(/|$)", "$1$2")
                .replaceAll("^(https://[^/]+):443(/|$)", "$1$2");
    }
}
