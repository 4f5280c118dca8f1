package io.outputport.provisioner.hasura.drift;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Tables that Hasura tracks but does not serve, while the rest of their source works. */
@FunctionalInterface
public interface UnservedTables {
    /** Hasura's reason for this table or a permission on it; empty when it serves it, or nothing of the whole source. */
    Optional<String> reason(String source, JsonNode table);
}
