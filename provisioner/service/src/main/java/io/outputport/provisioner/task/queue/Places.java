package io.outputport.provisioner.task.queue;

import io.outputport.provisioner.task.Operation;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Where accepted work has its place until it is finished. What only looks has places of its own, and none at all while the
 * disk has little room, so that it is never in the way of what changes something.
 *
 * @param spare whether the disk has more room than changes may need
 */
record Places(Capacity changes, Capacity reads, BooleanSupplier spare) {
    /** Empty when a place was taken; else one sentence. */
    Optional<String> take(Operation operation, Instant now) {
        if (operation.changes()) {
            return changes.take(now) ? Optional.empty() : Optional.of(full(changes, "tasks"));
        }
        if (!spare.getAsBoolean()) {
            return Optional.of(
                    "The disk of the task database is nearly full: validations and reverse provisionings wait"
                            + " until there is room.");
        }
        return reads.take(now) ? Optional.empty() : Optional.of(full(reads, "validations and reverse provisionings"));
    }

    private static String full(Capacity capacity, String what) {
        return "The provisioner has " + capacity.limit() + " unfinished " + what + " and takes no more for now.";
    }
}
