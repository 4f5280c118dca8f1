package io.outputport.provisioner.hasura.watch;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.remote.Systems;
import io.outputport.provisioner.port.KnownPort;
import io.outputport.provisioner.port.PortRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the role mapper whether it still has the ports' roles. It reads Hasura's whole schema for each question, so only
 * some ports have their turn in a check; the next check goes on behind them.
 */
public final class RoleLook {
    private static final int MOST = 100;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(RoleLook.class);

    private final Systems systems;
    private final InstantSource clock;
    private String last = "";

    public RoleLook(Systems systems, InstantSource clock) {
        this.systems = systems;
        this.clock = clock;
    }

    /**
     * Whether the role is missing, by component; ports that had no turn are not in it.
     */
    Map<String, Boolean> missing(List<KnownPort> ports) {
        Map<String, Boolean> missing = new HashMap<>();
        Instant end = clock.instant().plus(LONGEST);
        for (KnownPort port : turns(ports)) {
            if (!clock.instant().isBefore(end) || !ask(port, missing)) {
                break;
            }
            last = port.component();
        }
        return missing;
    }

    /** Databases sort texts in their own ways, so the order here is our own. */
    private List<KnownPort> turns(List<KnownPort> ports) {
        List<KnownPort> inOrder = ports.stream()
                .sorted(Comparator.comparing(KnownPort::component))
                .toList();
        return Stream.concat(inOrder.stream().filter(this::isBehindTheLast), inOrder.stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private boolean isBehindTheLast(KnownPort port) {
        return port.component().compareTo(last) > 0;
    }

    /** False when the role mapper does not answer: then nobody else is asked after either. */
    private boolean ask(KnownPort watched, Map<String, Boolean> missing) {
        PortIdentity port = PortIdentity.of(PortRequest.of(watched));
        Outcome<Boolean> answer =
                systems.readAccess(port).map(known -> known.roleOfComponent().isEmpty());
        return answer.match(
                isMissing -> {
                    missing.put(watched.component(), isMissing);
                    return true;
                },
                (after, problem) -> notAsked(problem.sentence()),
                problems -> notAsked(problems.get(0).sentence()));
    }

    private boolean notAsked(String why) {
        LOG.warn("The role mapper was not asked for the roles of all ports: {}", why);
        return false;
    }
}
