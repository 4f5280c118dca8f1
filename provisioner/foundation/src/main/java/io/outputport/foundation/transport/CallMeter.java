package io.outputport.foundation.transport;

import java.time.Duration;
import java.util.function.Supplier;

/** Told how calls to other systems go. */
@FunctionalInterface
public interface CallMeter {
    /** Counts nothing. */
    CallMeter NONE = (system, result, length) -> {};

    /**
     * @param system the system that was called, for example {@code role-mapper} or {@code source:postgresql}
     * @param result {@code 2xx} to {@code 5xx} over HTTP, {@code ok} or {@code refused} of a database, {@code timeout} or
     *     {@code no_answer}
     */
    void called(String system, String result, Duration length);

    /** From now on the system's circuit breaker can be looked at; one system may have several. */
    default void watch(String system, Supplier<BreakerState> breaker) {}
}
