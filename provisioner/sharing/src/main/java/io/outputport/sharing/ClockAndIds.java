package io.outputport.sharing;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** What the outside world gives without being asked: the time, fresh ids and chance. The only place that takes them. */
@Factory
final class ClockAndIds {
    @Singleton
    @Requires(missingBeans = Clock.class)
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    Supplier<UUID> ids() {
        return UUID::randomUUID;
    }

    @Singleton
    SecureRandom chance() {
        return new SecureRandom();
    }
}
