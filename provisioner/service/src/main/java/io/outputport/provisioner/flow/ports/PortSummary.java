package io.outputport.provisioner.flow.ports;

import io.outputport.provisioner.flow.watch.RepairBrake;
import io.outputport.provisioner.register.PortState;
import io.outputport.provisioner.register.WatchedPort;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A port in a list. It holds names only, never the descriptor.
 *
 * @param technology whose port it is
 * @param place where it is served, by names that people know
 * @param accessUnsettled whether it is not certain yet that exactly those have access who are to have it
 * @param since when its drift was first seen
 * @param repairs how often it was repaired within the last day
 * @param alert whether it is not repaired any more
 */
public record PortSummary(
        String component,
        String technology,
        String state,
        Map<String, String> place,
        Optional<Instant> deployedAt,
        boolean accessUnsettled,
        Optional<Instant> since,
        List<String> differences,
        int repairs,
        boolean alert) {
    public PortSummary {
        place = Collections.unmodifiableMap(new LinkedHashMap<>(place));
        differences = List.copyOf(differences);
    }

    /** What was seen of an earlier revision is not told. */
    static PortSummary of(WatchedPort port, Map<String, String> place, Instant now) {
        boolean drifted = port.state() == PortState.DRIFTED || port.state() == PortState.MISSING;
        WatchedPort.Sighting seen = drifted ? port.sighting() : WatchedPort.Sighting.NOTHING;
        return new PortSummary(
                port.component(),
                port.technology(),
                port.state().name(),
                place,
                port.deployedAt(),
                port.accessUnsettled(),
                seen.driftedSince(),
                seen.drift().differences(),
                RepairBrake.recent(port.sighting().repairs(), now).size(),
                seen.alerted());
    }
}
