package io.outputport.provisioner;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which kinds of output ports are served here: those whose system has an address. Each names its own settings. */
final class TechnologySwitches {
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "hasura", List.of("HASURA_URL", "HASURA_ADMIN_SECRET", "ROLE_MAPPER_URL"),
            "delta-sharing", List.of("SHARING_URL", "SHARING_ADMIN_TOKEN"));

    private TechnologySwitches() {}

    /** What the configurations of the technologies' packages ask for. */
    static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new HashMap<>();
        REQUIRED.forEach((name, required) -> {
            if (isOn(required, settings)) {
                properties.put("provisioner.technology." + name, "true");
            }
        });
        return properties;
    }

    /** At least one is on, and whichever is has all it needs. Who set something of one without its address meant that one. */
    static void check(Settings settings) {
        REQUIRED.values().stream().filter(required -> isOn(required, settings)).forEach(settings::requireAll);
        if (REQUIRED.values().stream().anyMatch(required -> isOn(required, settings))) {
            return;
        }
        REQUIRED.values().stream()
                .filter(required -> isBegun(required, settings))
                .forEach(settings::requireAll);
        throw new SettingsException("Neither HASURA_URL nor SHARING_URL is set, so there is nothing to serve. Set"
                + " HASURA_URL, HASURA_ADMIN_SECRET and ROLE_MAPPER_URL for ports on Hasura, or SHARING_URL and"
                + " SHARING_ADMIN_TOKEN for Delta Sharing ports.");
    }

    private static boolean isOn(List<String> required, Settings settings) {
        return settings.text(required.get(0)).isPresent();
    }

    private static boolean isBegun(List<String> required, Settings settings) {
        return required.stream()
                .anyMatch(name -> settings.text(name)
                        .or(() -> settings.text(name + "_FILE"))
                        .isPresent());
    }
}
