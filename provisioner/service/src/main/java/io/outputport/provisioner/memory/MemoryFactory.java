package io.outputport.provisioner.memory;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

@Factory
final class MemoryFactory {
    /** A hundred times what the largest known descriptors need. */
    private static final int MOST_VALUES = 200_000;

    @Singleton
    MemoryShares shares() {
        return MemoryShares.ofJvm();
    }

    /** Where the heap is small a descriptor may hold less, so that the dearest one does not end the process. */
    @Singleton
    TextCost cost(MemoryShares shares) {
        return TextCost.within(shares.trees().large().work(), MOST_VALUES);
    }

    @Singleton
    @Named(WorkingMemory.BODIES)
    WorkingMemory bodies(MemoryShares shares) {
        return new WorkingMemory(shares.bodies(), TextCost::body);
    }

    @Singleton
    @Named(WorkingMemory.TREES)
    WorkingMemory trees(MemoryShares shares, TextCost cost) {
        return new WorkingMemory(shares.trees(), cost::tree);
    }
}
