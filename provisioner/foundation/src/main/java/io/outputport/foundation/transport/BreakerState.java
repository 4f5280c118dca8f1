package io.outputport.foundation.transport;

/** How a circuit breaker stands, the worst last. */
public enum BreakerState {
    /** Calls go through. */
    CLOSED,
    /** One call is let through to see whether the system is back. */
    HALF_OPEN,
    /** The system is left in peace. It stays so until somebody wants to call it again. */
    OPEN
}
