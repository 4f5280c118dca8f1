package io.outputport.provisioner.port;

import java.util.ArrayList;
import java.util.List;

/**
 * In what a port is no longer as it was carried out.
 *
 * @param missing whether its table is not tracked in Hasura any more
 * @param differences one clause each, for the operator; none when nothing has drifted
 */
public record Drift(boolean missing, List<String> differences) {
    public static final Drift NONE = new Drift(false, List.of());

    public Drift {
        differences = List.copyOf(differences);
    }

    public static Drift missing(String what) {
        return new Drift(true, List.of(what));
    }

    public static Drift of(List<String> differences) {
        return new Drift(false, differences);
    }

    public Drift and(List<String> more) {
        List<String> all = new ArrayList<>(differences);
        all.addAll(more);
        return new Drift(missing, all);
    }

    public boolean isNone() {
        return !missing && differences.isEmpty();
    }
}
