package io.outputport.provisioner.register;

import io.outputport.provisioner.port.Drift;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.plan.ServedState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A port in the register, and what was seen of it.
 *
 * @param technology whose port it is
 * @param revision another number as soon as the port is carried out again or closed
 * @param served empty when there is nothing to compare with
 * @param accessUnsettled whether the newest word on its access is not known to be carried out, a call of the role mapper
 *     about it may still be at work, or its root fields are not yet what they are to be
 */
public record WatchedPort(
        String component,
        String technology,
        long revision,
        PortState state,
        Optional<ServedState> served,
        Optional<Instant> deployedAt,
        boolean accessUnsettled,
        Sighting sighting) {

    public KnownPort known() {
        return new KnownPort(component, Optional.of(technology), served, List.of());
    }

    /**
     * What the watch has written down of a port.
     *
     * @param driftedSince empty while it is as it was carried out
     * @param roleMissing whether the role mapper had no role for it when it was last asked
     * @param repairs when it was repaired within the last day
     * @param alerted whether it has drifted again after the last repair that is made by itself
     */
    public record Sighting(
            Optional<Instant> driftedSince, Drift drift, boolean roleMissing, List<Instant> repairs, boolean alerted) {
        public static final Sighting NOTHING = new Sighting(Optional.empty(), Drift.NONE, false, List.of(), false);

        public Sighting {
            repairs = List.copyOf(repairs);
        }

        public Sighting withRepairs(List<Instant> made) {
            return new Sighting(driftedSince, drift, roleMissing, made, alerted);
        }

        public Sighting withAlert() {
            return new Sighting(driftedSince, drift, roleMissing, repairs, true);
        }
    }
}
