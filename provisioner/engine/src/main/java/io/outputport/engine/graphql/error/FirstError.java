package io.outputport.engine.graphql.error;

import java.util.Optional;

/** Keeps the first error of a request; Hasura reports no other. */
public final class FirstError {
    private Optional<GraphqlError> error = Optional.empty();

    public void report(GraphqlError next) {
        if (error.isEmpty()) {
            error = Optional.of(next);
        }
    }

    public void invalid(String message, String path) {
        report(GraphqlError.invalid(message, path));
    }

    public boolean isThere() {
        return error.isPresent();
    }

    public Optional<GraphqlError> get() {
        return error;
    }
}
