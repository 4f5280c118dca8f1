package io.outputport.foundation.caller;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who may call, as the operator set it. Nothing set: whoever reaches the port, as in a closed cluster.
 *
 * @param certificates whether a caller must show a client certificate
 * @param metrics whether {@code /prometheus} is closed, too
 */
public record AccessSettings(Optional<Path> tokens, Optional<JwtSettings> jwt, boolean certificates, boolean metrics) {
    /** There when anything is to be checked; without it no request pays for a check. */
    public static final String ON = "caller.access";

    private static final Set<String> KNOWN = Set.of(
            "API_TOKENS_FILE",
            "API_JWT_JWKS_URL",
            "API_JWT_ISSUER",
            "API_JWT_AUDIENCE",
            "API_JWT_ROLE_CLAIM",
            "API_JWT_READ_ROLE",
            "API_JWT_WRITE_ROLE",
            "API_JWT_CLOCK_SKEW",
            "API_PROTECT_METRICS",
            "API_RECEIVE_TIMEOUT",
            "API_TLS_CERTIFICATE_FILE",
            "API_TLS_KEY_FILE",
            "API_TLS_CLIENT_CA_FILE",
            "API_TLS_CLIENT_AUTH",
            "API_TLS_RELOAD");

    public static AccessSettings from(Settings settings) {
        refuseUnknown(settings);
        return new AccessSettings(
                settings.text("API_TOKENS_FILE").map(Path::of),
                JwtSettings.from(settings),
                settings.text("API_TLS_CLIENT_CA_FILE").isPresent(),
                settings.flag("API_PROTECT_METRICS", false));
    }

    /** The switch of the beans that check. */
    public static Map<String, Object> properties(Settings settings) {
        return from(settings).tellsCallers() ? Map.of(ON, true) : Map.of();
    }

    /** Whether it is known who calls; else everybody is let through. */
    public boolean tellsCallers() {
        return takesBearers() || certificates;
    }

    boolean takesBearers() {
        return tokens.isPresent() || jwt.isPresent();
    }

    /** A misspelt one would leave the door open. */
    private static void refuseUnknown(Settings settings) {
        for (String name : settings.startingWith("API_").keySet()) {
            if (name.matches("API_(TOKEN|JWT|TLS|RATE|PROTECT|RECEIVE).*") && !KNOWN.contains(name)) {
                throw new SettingsException(
                        name + " is not a setting; known are " + String.join(", ", new TreeSet<>(KNOWN)) + ".");
            }
        }
    }
}
