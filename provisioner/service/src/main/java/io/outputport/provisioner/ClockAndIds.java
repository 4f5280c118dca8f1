package io.outputport.provisioner;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** What the outside world gives without being asked: the time and fresh ids. The only place that takes them. */
@Factory
final class ClockAndIds {
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }
}
