package io.outputport.sandbox.hasura.graphql.role;

import io.outputport.sandbox.hasura.schema.SchemaCache;
import io.outputport.sandbox.hasura.schema.Session;
import io.outputport.sandbox.hasura.schema.TrackedTable;
import io.outputport.sandbox.hasura.schema.TrackedTable.SelectPermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything one role may see. A role that nobody named sees nothing.
 *
 * @param queries root fields by name, in the order of the tables
 */
public record RoleView(List<VisibleTable> tables, Map<String, Root> queries, Map<String, Root> subscriptions) {
    public RoleView {
        tables = List.copyOf(tables);
        queries = Collections.unmodifiableMap(new LinkedHashMap<>(queries));
        subscriptions = Collections.unmodifiableMap(new LinkedHashMap<>(subscriptions));
    }

    public static RoleView of(SchemaCache cache, String role) {
        PermissionFilter filters = new PermissionFilter(TableIndex.of(cache.tables()));
        List<VisibleTable> tables = new ArrayList<>();
        Map<String, Root> queries = new LinkedHashMap<>();
        Map<String, Root> subscriptions = new LinkedHashMap<>();
        for (TrackedTable table : cache.tables()) {
            Optional<Grants> grants = grants(cache, role, table, filters);
            grants.ifPresent(found -> {
                VisibleTable visible = found.visible();
                tables.add(visible);
                RootFields.queries(visible, found).forEach(root -> queries.put(root.name(), root));
                RootFields.subscriptions(visible, found).forEach(root -> subscriptions.put(root.name(), root));
            });
        }
        return new RoleView(tables, queries, subscriptions);
    }

    private static Optional<Grants> grants(
            SchemaCache cache, String role, TrackedTable table, PermissionFilter filters) {
        if (role.equals(Session.ADMIN)) {
            return Optional.of(Grants.everything(table, filters));
        }
        List<SelectPermission> permissions = Lineage.permissions(cache, role, table);
        return permissions.isEmpty() ? Optional.empty() : Optional.of(new Grants(table, permissions, filters));
    }
}
