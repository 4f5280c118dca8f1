package io.outputport.foundation.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings under a program's own prefix: one that is not known is a typing error and stops the start.
 *
 * @param program as messages call it, for example {@code provisioner}; in upper case it is the prefix
 * @param known all names under the prefix
 * @param families how names under the prefix begin that the operator ends, for example {@code SHARING_STORAGE_}
 */
public record OwnNames(String program, Set<String> known, Set<String> families) {
    public OwnNames {
        known = Set.copyOf(known);
        families = Set.copyOf(families);
    }

    void check(Map<String, String> environment) {
        environment.entrySet().removeIf(setting -> isServiceLink(setting.getKey(), setting.getValue()));
        environment.keySet().forEach(name -> {
            if (name.startsWith(prefix()) && !isKnown(name)) {
                throw new SettingsException(name + " is not a setting of the " + program + "; known are "
                        + String.join(", ", names()) + ".");
            }
        });
    }

    private String prefix() {
        return program.toUpperCase(java.util.Locale.ROOT) + "_";
    }

    private boolean isKnown(String name) {
        return known.contains(name) || families.stream().anyMatch(name::startsWith);
    }

    private TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>(known);
        families.forEach(family -> names.add(family + "…"));
        return names;
    }

    /** What Kubernetes adds for a service whose name happens to begin with the program's. */
    private boolean isServiceLink(String name, String value) {
        return name.matches(prefix() + "(.*_)?(SERVICE_HOST|SERVICE_PORT.*|PORT_\\d+_.*)")
                || (name.matches(prefix() + "(.*_)?PORT") && value.startsWith("tcp://"));
    }
}
