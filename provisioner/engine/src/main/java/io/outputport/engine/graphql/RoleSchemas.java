package io.outputport.engine.graphql;

import io.outputport.engine.graphql.role.RoleIndex;
import io.outputport.engine.schema.SchemaCache;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas are built when a role first asks, and kept while the cache has the same version; the oldest go first. */
final class RoleSchemas {
    private static final int KEPT = 32;

    private final Map<Key, RoleSchema> schemas = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, RoleSchema> eldest) {
            return size() > KEPT;
        }
    };

    private RoleIndex index = new RoleIndex(new SchemaCache(-1, List.of(), Map.of()));

    private record Key(long version, String role) {}

    synchronized RoleSchema of(SchemaCache cache, String role) {
        return schemas.computeIfAbsent(new Key(cache.version(), role), key -> RoleSchema.of(index(cache), role));
    }

    private RoleIndex index(SchemaCache cache) {
        if (index.version() != cache.version()) {
            index = new RoleIndex(cache);
        }
        return index;
    }
}
