package io.outputport.foundation.trace;

import java.util.Optional;
import org.slf4j.MDC;

/** Names, on every log line of this thread until it is closed, the phase in which an operation is. */
public final class Phase implements AutoCloseable {
    private static final String FIELD = "phase";

    private final Optional<String> outer = Optional.ofNullable(MDC.get(FIELD));

    private Phase(String name) {
        MDC.put(FIELD, name);
    }

    public static Phase of(String name) {
        return new Phase(name);
    }

    /** Back to the phase that this one is a part of. */
    @Override
    public void close() {
        outer.ifPresentOrElse(name -> MDC.put(FIELD, name), () -> MDC.remove(FIELD));
    }
}
