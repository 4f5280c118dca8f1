package io.outputport.engine.graphql.read;

import io.outputport.engine.graphql.error.FirstError;

/** Counts levels on the way down. Fragments can nest a flat text deeper than a thread's stack. */
final class Nesting {
    /** More than people and generated clients need. */
    private static final int LIMIT = 100;

    private final FirstError errors;
    private int levels;

    Nesting(FirstError errors) {
        this.errors = errors;
    }

    /** Goes one level down if that is still allowed. */
    void within(String path, Runnable level) {
        if (levels == LIMIT) {
            errors.invalid("the query is nested deeper than %d levels".formatted(LIMIT), path);
            return;
        }
        levels++;
        level.run();
        levels--;
    }
}
