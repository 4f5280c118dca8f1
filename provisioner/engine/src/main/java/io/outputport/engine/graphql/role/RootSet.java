package io.outputport.engine.graphql.role;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Root fields by name, in the order of the tables. */
public record RootSet(Map<String, Root> queries, Map<String, Root> subscriptions) {
    public RootSet {
        queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
        subscriptions = Collections.unmodifiableMap(new LinkedHashMap<>(subscriptions));
    }
}
