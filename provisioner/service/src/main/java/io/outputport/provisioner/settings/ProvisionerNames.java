package io.outputport.provisioner.settings;

import java.util.Map;
import java.util.Set;

/** The settings under our own prefix: one that is not known is a typing error and stops the start. */
final class ProvisionerNames {
    private static final Set<String> KNOWN = Set.of(
            "PROVISIONER_PORT",
            "PROVISIONER_HOST",
            "PROVISIONER_BASE_PATH",
            "PROVISIONER_SERVER",
            "PROVISIONER_TOKEN",
            "PROVISIONER_TOKEN_FILE");
    /** What Kubernetes adds for a service that happens to be called "provisioner…". */
    private static final String SERVICE_LINK = "PROVISIONER_(.*_)?(SERVICE_HOST|SERVICE_PORT.*|PORT_\\d+_.*)";

    private ProvisionerNames() {}

    static void check(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith("PROVISIONER_") && !KNOWN.contains(name) && !isServiceLink(name, value)) {
                throw new SettingsException(name + " is not a setting of the provisioner; known are "
                        + String.join(", ", new java.util.TreeSet<>(KNOWN)) + ".");
            }
        });
        environment.entrySet().removeIf(setting -> isServiceLink(setting.getKey(), setting.getValue()));
    }

    private static boolean isServiceLink(String name, String value) {
        return name.matches(SERVICE_LINK) || (name.matches("PROVISIONER_(.*_)?PORT") && value.startsWith("tcp://"));
    }
}
