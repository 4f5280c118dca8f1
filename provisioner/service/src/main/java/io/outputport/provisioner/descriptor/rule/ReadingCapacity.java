package io.outputport.provisioner.descriptor.rule;

import io.outputport.foundation.outcome.Outcome;
import java.util.function.Supplier;

/** How many descriptors may be trees at once: a tree takes up to a hundred times the memory of its text. */
public interface ReadingCapacity {
    /** For whoever reads one at a time. */
    ReadingCapacity UNBOUNDED = new ReadingCapacity() {
        @Override
        public <T> Outcome<T> within(String text, Supplier<Outcome<T>> reading) {
            return reading.get();
        }
    };

    /**
     * Reads when there is room; {@link Outcome.Later} when there was none for too long.
     *
     * @param reading whatever needs the tree; its answer must not hold it
     */
    <T> Outcome<T> within(String text, Supplier<Outcome<T>> reading);
}
