package io.outputport.provisioner.flow.ports;

import io.outputport.provisioner.flow.watch.RepairBrake;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.register.PortState;
import io.outputport.provisioner.register.WatchedPort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A port in a list. It holds names only, never the descriptor.
 *
 * @param accessUnsettled whether it is not certain yet that exactly those have access who are to have it
 * @param since when its drift was first seen
 * @param repairs how often it was repaired within the last day
 * @param alert whether it is not repaired any more
 */
public record PortSummary(
        String component,
        String state,
        Optional<Place> place,
        Optional<Instant> deployedAt,
        boolean accessUnsettled,
        Optional<Instant> since,
        List<String> differences,
        int repairs,
        boolean alert) {
    public PortSummary {
        differences = List.copyOf(differences);
    }

    /** Where it is served. */
    public record Place(String role, String source, String table) {
        private static Place of(ServedPort served) {
            return new Place(served.role(), served.source(), served.shownTable());
        }
    }

    /** What was seen of an earlier revision is not told. */
    static PortSummary of(WatchedPort port, Instant now) {
        boolean drifted = port.state() == PortState.DRIFTED || port.state() == PortState.MISSING;
        WatchedPort.Sighting seen = drifted ? port.sighting() : WatchedPort.Sighting.NOTHING;
        return new PortSummary(
                port.component(),
                port.state().name(),
                port.served().map(Place::of),
                port.deployedAt(),
                port.accessUnsettled(),
                seen.driftedSince(),
                seen.drift().differences(),
                RepairBrake.recent(port.sighting().repairs(), now).size(),
                seen.alerted());
    }
}
