package io.outputport.provisioner.flow.watch;

import io.outputport.provisioner.register.WatchedPort;
import io.outputport.provisioner.register.WatchedPort.Sighting;
import io.outputport.provisioner.task.Acceptance;
import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.Submission;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** Asks for repairs through the queue, where they have their turn behind what people asked for. */
final class Repairs {
    private static final Optional<String> ALL_ALIKE = Optional.of("repair");

    private final PortJudge judge;
    private final Function<Submission, Acceptance> queue;
    private final DriftLog log;

    Repairs(PortJudge judge, Function<Submission, Acceptance> queue, DriftLog log) {
        this.judge = judge;
        this.queue = queue;
        this.log = log;
    }

    /** What is then known of the port: one repair more, or that there will be none. */
    Sighting of(WatchedPort port, Sighting seen, Instant now) {
        if (!RepairBrake.isOn(seen.repairs())) {
            return repair(port, seen, now);
        }
        if (!seen.alerted() && judge.noted(port, seen.withAlert())) {
            log.alert(port, RepairBrake.MOST, RepairBrake.PERIOD);
        }
        return seen.withAlert();
    }

    /** Counted before it is asked for: a crash in between may cost a repair, but never lets one go uncounted. */
    private Sighting repair(WatchedPort port, Sighting seen, Instant now) {
        Sighting counted = seen.withRepairs(RepairBrake.withOneMore(seen.repairs(), now));
        if (!judge.noted(port, counted)) {
            return seen;
        }
        return queue.apply(new Submission(Operation.REPAIR, port.component(), "{}", ALL_ALIKE))
                .match(
                        accepted -> {
                            log.repairAsked(port, "task " + accepted.token() + ".");
                            return counted;
                        },
                        refused -> {
                            judge.noted(port, seen);
                            log.repairAsked(port, "not yet. " + refused.sentence());
                            return seen;
                        });
    }
}
