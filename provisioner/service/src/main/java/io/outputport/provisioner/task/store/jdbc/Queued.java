package io.outputport.provisioner.task.store.jdbc;

import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.TaskToken;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An unfinished changing task of the component that a new one arrives for.
 *
 * @param fingerprint empty when no other may join it
 * @param turn its place in the component's order
 * @param pause what it waits for
 */
record Queued(TaskToken token, Operation operation, Optional<String> fingerprint, long turn, WaitsFor pause) {
    /** What a task waits for that nobody runs just now. */
    enum WaitsFor {
        /** It runs, was never begun, or is to stop. */
        NONE(""),
        RETRY("could not be carried out before, and waited to be tried again"),
        TURN("waited for its turn to write to another system; nothing was wrong with it"),
        TIDYING("had failed already, and waited to put right what it had left half-done");

        private final String words;

        WaitsFor(String words) {
            this.words = words;
        }

        /** What happened to it, when a newer one makes it needless. */
        String sentence(TaskToken newer) {
            return "This task was superseded by " + newer + ", which came later and makes it needless. It " + words
                    + ".";
        }
    }

    /**
     * The task that does what the new one asks for: only the newest, since whatever came between would be undone.
     *
     * @param queue in order of arrival
     */
    static Optional<Queued> same(List<Queued> queue, Operation operation, Optional<String> fingerprint) {
        return queue.stream()
                .skip(Math.max(0, queue.size() - 1))
                .filter(newest -> newest.operation == operation
                        && newest.fingerprint.isPresent()
                        && newest.fingerprint.equals(fingerprint))
                .findFirst();
    }

    /**
     * The tasks that wait for a retry in vain, as the new one will change all that they would have changed.
     *
     * @param queue in order of arrival
     */
    static List<Queued> moot(List<Queued> queue, Operation arriving) {
        return IntStream.range(0, queue.size())
                .filter(place -> queue.get(place).pause != WaitsFor.NONE && isMoot(queue.get(place), arriving))
                .filter(place -> mayBePassed(queue.subList(place, queue.size()), arriving))
                .mapToObj(queue::get)
                .toList();
    }

    /**
     * A provision takes the place of the one that it ends, and must not come before an older provision or removal by that:
     * the last one to arrive decides what becomes of the port.
     *
     * @param line the task that would be ended, and those behind it
     */
    private static boolean mayBePassed(List<Queued> line, Operation arriving) {
        return arriving != Operation.PROVISION
                || line.get(0).operation != Operation.PROVISION
                || line.stream()
                        .skip(1)
                        .allMatch(later ->
                                later.operation == Operation.UPDATE_ACL || later.operation == Operation.REPAIR);
    }

    /** A waiting repair is always given up: it would hold up what people ask for, and the next drift check asks anew. */
    private static boolean isMoot(Queued older, Operation arriving) {
        return switch (arriving) {
            case UNPROVISION -> true;
            case REPAIR -> false;
            case PROVISION ->
                older.operation == Operation.UNPROVISION
                        || older.operation == Operation.REPAIR
                        || older.operation == Operation.PROVISION;
            case UPDATE_ACL -> older.operation == Operation.UPDATE_ACL || older.operation == Operation.REPAIR;
            case VALIDATE, REVERSE_PROVISION -> false;
        };
    }
}
