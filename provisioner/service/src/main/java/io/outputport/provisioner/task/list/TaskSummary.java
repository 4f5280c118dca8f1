package io.outputport.provisioner.task.list;

import io.outputport.provisioner.task.Operation;
import io.outputport.provisioner.task.TaskToken;
import java.time.Instant;
import java.util.Optional;

/**
 * A task in a list.
 *
 * @param number in order of arrival
 * @param state as in the Tech Adapter API
 * @param attempt how often it was begun
 * @param nextDue when it is tried again, if it waits for that
 * @param trace the id of the trace that it belongs to, if its request was traced
 */
public record TaskSummary(
        long number,
        TaskToken token,
        Operation operation,
        String component,
        String state,
        Instant acceptedAt,
        int attempt,
        Optional<Instant> nextDue,
        Optional<Instant> finishedAt,
        Optional<String> trace) {}
