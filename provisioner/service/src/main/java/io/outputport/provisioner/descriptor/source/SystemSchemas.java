package io.outputport.provisioner.descriptor.source;

import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.ProblemCode;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The schemas that a database, or Hasura in it, keeps for itself. What stands in them is nobody's data: settings, other
 * people's queries, Hasura's own metadata.
 */
public final class SystemSchemas {
    private static final ProblemCode SYSTEM = new ProblemCode("source-schema-system");

    private final String keeper;
    private final Predicate<String> reserved;

    /**
     * @param keeper who keeps them, in words
     * @param reserved by the name as it is written
     */
    public SystemSchemas(String keeper, Predicate<String> reserved) {
        this.keeper = keeper;
        this.reserved = reserved;
    }

    /** What is wrong with the schema, at no place yet. */
    public Optional<Problem> complaint(String schema) {
        return reserved.test(schema)
                ? Optional.of(Problem.of(
                        SYSTEM,
                        "The schema " + schema + " is kept by " + keeper
                                + " for itself; no output port is served from it.",
                        "Name a schema of the data product."))
                : Optional.empty();
    }
}
