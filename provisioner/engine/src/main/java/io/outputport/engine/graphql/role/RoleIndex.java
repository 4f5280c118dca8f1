package io.outputport.engine.graphql.role;

import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.Session;
import io.outputport.engine.schema.TrackedTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One schema cache, put in order once for all roles that ask: thousands of roles each see few of its thousands of
 * tables.
 */
public final class RoleIndex {
    private final SchemaCache cache;
    private final TableIndex tables;
    private final Map<String, List<TrackedTable>> named = new HashMap<>();

    public RoleIndex(SchemaCache cache) {
        this.cache = cache;
        this.tables = TableIndex.of(cache.tables());
        for (TrackedTable table : cache.tables()) {
            for (String role : table.selectPermissions().keySet()) {
                named.computeIfAbsent(role, key -> new ArrayList<>()).add(table);
            }
        }
    }

    /** The version of the cache. */
    public long version() {
        return cache.version();
    }

    SchemaCache cache() {
        return cache;
    }

    TableIndex tables() {
        return tables;
    }

    /** The tables that may be visible to the role, in the order of the cache; a plain role sees no others. */
    List<TrackedTable> candidates(String role) {
        boolean plain = !role.equals(Session.ADMIN) && !cache.inheritedRoles().containsKey(role);
        return plain ? named.getOrDefault(role, List.of()) : cache.tables();
    }
}
