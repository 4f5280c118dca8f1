package io.outputport.sandbox.hasura.source;

import java.util.Optional;
import java.util.Set;

/** The kinds of source that the engine serves. */
public interface SourceKinds {
    /**
     * The kind of this name.
     *
     * @param name as it stands in the metadata
     */
    Optional<SourceKind> named(String name);

    /**
     * The kind whose operations begin with this, for example {@code pg} or {@code snowflake}. PostgreSQL answers to its
     * full name too.
     */
    default Optional<SourceKind> prefixed(String prefix) {
        return named("pg".equals(prefix) ? "postgres" : prefix);
    }

    /** The names of all of them. */
    Set<String> names();
}
