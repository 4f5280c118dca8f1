package io.outputport.provisioner.port;

import io.outputport.provisioner.port.plan.ServedState;
import java.util.List;
import java.util.Map;

/** One look at what a technology holds, for many ports. */
public interface DriftSearch {
    Drift of(ServedState port);

    /**
     * Whether nobody can be given access any more, by component. Ports that had no turn are not in it.
     *
     * @param ports that no task is at work on
     */
    Map<String, Boolean> accessLost(List<KnownPort> ports);

    /** How it is said that a port's access is lost. */
    String accessLostSentence();

    /**
     * What was made for ports and holds nothing any more.
     *
     * @param removes whether to remove what was left over at the check before, too
     * @return the names of what is left
     */
    default List<String> leftovers(boolean removes) {
        return List.of();
    }
}
