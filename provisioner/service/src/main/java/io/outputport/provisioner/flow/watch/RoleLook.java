package io.outputport.provisioner.flow.watch;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.reconcile.Reconciler;
import io.outputport.provisioner.register.WatchedPort;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks the role mapper whether it still has the ports' roles. It reads Hasura's whole schema for each question, so only
 * some ports have their turn in a check; the next check goes on behind them.
 */
final class RoleLook {
    private static final int MOST = 100;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Reconciler reconciler;
    private final InstantSource clock;
    private final DriftLog log;
    private String last = "";

    RoleLook(Reconciler reconciler, InstantSource clock, DriftLog log) {
        this.reconciler = reconciler;
        this.clock = clock;
        this.log = log;
    }

    /**
     * Whether the role is missing, by component; ports that had no turn are not in it.
     */
    Map<String, Boolean> missing(List<WatchedPort> ports) {
        Map<String, Boolean> missing = new HashMap<>();
        Instant end = clock.instant().plus(LONGEST);
        for (WatchedPort port : turns(ports)) {
            if (!clock.instant().isBefore(end) || !ask(port, missing)) {
                break;
            }
            last = port.component();
        }
        return missing;
    }

    /** Databases sort texts in their own ways, so the order here is our own. */
    private List<WatchedPort> turns(List<WatchedPort> ports) {
        List<WatchedPort> inOrder = ports.stream()
                .sorted(Comparator.comparing(WatchedPort::component))
                .toList();
        return Stream.concat(inOrder.stream().filter(this::isBehindTheLast), inOrder.stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    private boolean isBehindTheLast(WatchedPort port) {
        return port.component().compareTo(last) > 0;
    }

    /** False when the role mapper does not answer: then nobody else is asked after either. */
    private boolean ask(WatchedPort watched, Map<String, Boolean> missing) {
        PortIdentity port = new PortIdentity(watched.component(), Optional.empty(), List.of(), Optional.empty())
                .withRegistered(watched.served());
        Outcome<Boolean> answer =
                reconciler.readAccess(port).map(known -> known.roleOfComponent().isEmpty());
        return answer.match(
                isMissing -> {
                    missing.put(watched.component(), isMissing);
                    return true;
                },
                (after, problem) -> notAsked(problem.sentence()),
                problems -> notAsked(problems.get(0).sentence()));
    }

    private boolean notAsked(String why) {
        log.rolesNotChecked(why);
        return false;
    }
}
