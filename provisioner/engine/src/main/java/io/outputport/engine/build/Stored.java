package io.outputport.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * The sources of the document that the last build was made from. One that stands in the next document again, the same
 * object, cannot have changed.
 */
public record Stored(Set<JsonNode> sources) {
    public static Stored of(JsonNode metadata) {
        Set<JsonNode> sources = Collections.newSetFromMap(new IdentityHashMap<>());
        metadata.path("sources").forEach(sources::add);
        return new Stored(sources);
    }

    public boolean holds(JsonNode source) {
        return sources.contains(source);
    }
}
