package io.outputport.engine.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What GraphQL is served from: the consistent part of the metadata, built anew by every change of it.
 *
 * @param version grows with every build
 * @param tables of all sources; names are unique across them
 * @param inheritedRoles the parents of each inherited role
 */
public record SchemaCache(long version, List<TrackedTable> tables, Map<String, Set<String>> inheritedRoles) {
    public SchemaCache {
        tables = List.copyOf(tables);
        inheritedRoles = Map.copyOf(inheritedRoles);
    }
}
