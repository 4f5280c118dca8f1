package io.outputport.provisioner.api.arrival;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import java.util.Map;
import java.util.Optional;

/**
 * Below which everything is answered.
 *
 * @param path without a slash at its end; empty for everything
 */
public record BasePath(String path) {
    private static final String SETTING = "PROVISIONER_BASE_PATH";

    public static BasePath from(Settings settings) {
        String path = settings.text(SETTING, "/");
        if (!path.matches("/|(/[A-Za-z0-9._~-]+)+/?")) {
            throw new SettingsException(
                    SETTING + " is \"" + path + "\", but must be a path such as /hasura-provisioner.");
        }
        return of(path);
    }

    /** As the service of this environment has it, which is no matter of the caller's. */
    public static BasePath in(Map<String, String> environment) {
        return of(Optional.ofNullable(environment.get(SETTING)).orElse(""));
    }

    private static BasePath of(String path) {
        return new BasePath(path.replaceAll("/+$", ""));
    }
}
