package io.outputport.provisioner.port.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a step would do, for people who look before they leap.
 *
 * @param before what there is now; empty where there is nothing, or where nobody tells
 * @param after what there would be; values are texts, truth values, lists and maps of texts
 */
public record PlannedStep(
        String phase, Action action, String description, Map<String, Object> before, Map<String, Object> after) {
    public PlannedStep {
        // Not Map.copyOf: the order is the order in which they are shown.
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    public enum Action {
        CREATE,
        CHANGE,
        KEEP,
        REMOVE;

        /** As API and command line write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An object that exists before and after. */
    public static PlannedStep ofExisting(
            String phase, String description, Map<String, Object> before, Map<String, Object> after) {
        return new PlannedStep(phase, before.equals(after) ? Action.KEEP : Action.CHANGE, description, before, after);
    }
}
