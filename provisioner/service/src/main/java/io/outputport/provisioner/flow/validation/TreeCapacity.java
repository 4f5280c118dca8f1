package io.outputport.provisioner.flow.validation;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.rule.ReadingCapacity;
import io.outputport.provisioner.flow.order.FlowProblems;
import io.outputport.provisioner.memory.WorkingMemory;
import java.time.Duration;
import java.util.function.Supplier;

/** Trees as memory bears them: requests and tasks wait for the same room, in the order they came. */
public final class TreeCapacity implements ReadingCapacity {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);
    private static final Problem BUSY = Problem.of(
            FlowProblems.BUSY, "Too many large descriptors are being read.", "Send the request again later.");

    private final WorkingMemory memory;

    public TreeCapacity(WorkingMemory memory) {
        this.memory = memory;
    }

    @Override
    public <T> Outcome<T> within(String text, Supplier<Outcome<T>> reading) {
        return memory.within(text.length(), PATIENCE, reading).orElseGet(() -> Outcome.later(COME_AGAIN, BUSY));
    }
}
