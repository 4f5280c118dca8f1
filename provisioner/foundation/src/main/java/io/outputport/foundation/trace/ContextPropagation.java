package io.outputport.foundation.trace;

import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.MDC;

/** Takes an operation's trace and log fields along to another thread. */
public final class ContextPropagation {
    private ContextPropagation() {}

    /** The same work, which runs as if on the thread that asks for it now. */
    public static <T> Callable<T> wrap(Callable<T> work) {
        Map<String, String> fields =
                Optional.ofNullable(MDC.getCopyOfContextMap()).orElseGet(Map::of);
        return Context.current().wrap(() -> {
            MDC.setContextMap(fields);
            try {
                return work.call();
            } finally {
                MDC.clear();
            }
        });
    }
}
