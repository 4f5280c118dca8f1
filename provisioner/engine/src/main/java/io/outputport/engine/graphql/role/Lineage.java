package io.outputport.engine.graphql.role;

import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.SelectPermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Inherited roles: which permissions of a table count for a role. */
public final class Lineage {
    private Lineage() {}

    /** A permission of the role itself wins over those of its parents. */
    public static List<SelectPermission> permissions(SchemaCache cache, String role, TrackedTable table) {
        List<SelectPermission> found = new ArrayList<>();
        collect(cache, role, table, found, new HashSet<>());
        return found;
    }

    private static void collect(
            SchemaCache cache, String role, TrackedTable table, List<SelectPermission> found, Set<String> seen) {
        if (!seen.add(role)) {
            return;
        }
        Optional<SelectPermission> own =
                Optional.ofNullable(table.selectPermissions().get(role));
        if (own.isPresent()) {
            found.add(own.get());
            return;
        }
        for (String parent : cache.inheritedRoles().getOrDefault(role, Set.of())) {
            collect(cache, parent, table, found, seen);
        }
    }
}
