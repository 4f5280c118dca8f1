package io.outputport.provisioner.memory;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** As little memory as a test says. */
@Factory
@Requires(property = "testing.memory.heap")
final class TestingMemory {
    @Singleton
    @Primary
    MemoryShares shares(@Value("${testing.memory.heap}") long heap, @Value("${testing.memory.direct}") long direct) {
        return new MemoryShares(heap, direct);
    }
}
