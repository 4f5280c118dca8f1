package io.outputport.engine.graphql.read;

import io.outputport.engine.graphql.error.GraphqlError;
import java.util.Optional;

/** Keeps the first error of a request; Hasura reports no other. */
final class FirstError {
    private Optional<GraphqlError> error = Optional.empty();

    void report(GraphqlError next) {
        if (error.isEmpty()) {
            error = Optional.of(next);
        }
    }

    void invalid(String message, String path) {
        report(GraphqlError.invalid(message, path));
    }

    boolean isThere() {
        return error.isPresent();
    }

    Optional<GraphqlError> get() {
        return error;
    }
}
