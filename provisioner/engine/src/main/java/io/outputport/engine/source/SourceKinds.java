package io.outputport.engine.source;

import com.fasterxml.jackson.databind.JsonNode;
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

    /**
     * These, and those of the agents that a document has added.
     *
     * @param metadata may have no agents at all
     */
    SourceKinds including(JsonNode metadata);

    /** Whether an agent at this address would answer. */
    boolean reaches(String uri);

    /** The names of all of them. */
    Set<String> names();
}
