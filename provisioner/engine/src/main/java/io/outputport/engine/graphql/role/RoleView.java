package io.outputport.engine.graphql.role;

import io.outputport.engine.graphql.role.table.Link;
import io.outputport.engine.graphql.role.table.TableKey;
import io.outputport.engine.graphql.role.table.VisibleTable;
import io.outputport.engine.schema.GraphqlName;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.Session;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.schema.TrackedTable.SelectPermission;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything one role may see. A role that nobody named sees nothing.
 *
 * @param roots of the sources without a namespace
 * @param namespaces by the name of their field
 */
public record RoleView(Map<TableKey, VisibleTable> byKey, RootSet roots, Map<String, Namespace> namespaces) {
    public RoleView {
        byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
        namespaces = Collections.unmodifiableMap(new LinkedHashMap<>(namespaces));
    }

    public static RoleView of(RoleIndex index, String role) {
        List<Grants> grants = grants(index, role);
        Set<TableKey> readable = grants.stream()
                .filter(Grants::isReadable)
                .map(granted -> TableKey.of(granted.table()))
                .collect(Collectors.toSet());
        RootSets roots = new RootSets();
        Map<TableKey, VisibleTable> tables = new LinkedHashMap<>();
        for (Grants granted : grants) {
            VisibleTable visible = granted.visible(readable);
            tables.put(TableKey.of(granted.table()), visible);
            roots.add(visible, granted);
        }
        return new RoleView(tables, roots.plain(), roots.namespaces());
    }

    private static List<Grants> grants(RoleIndex index, String role) {
        return index.candidates(role).stream()
                .filter(table -> GraphqlName.isServed(table.graphqlName()))
                .map(table -> new Grants(table, permissions(index.cache(), role, table), index.tables()))
                .filter(granted -> !granted.permissions().isEmpty())
                .toList();
    }

    private static List<SelectPermission> permissions(SchemaCache cache, String role, TrackedTable table) {
        return role.equals(Session.ADMIN) ? List.of(Grants.everything(table)) : Lineage.permissions(cache, role, table);
    }

    public Collection<VisibleTable> tables() {
        return byKey.values();
    }

    public VisibleTable target(Link link) {
        return Objects.requireNonNull(byKey.get(link.target()));
    }

    /** Which source answers a field of the query root; none for introspection. */
    public Optional<String> sourceOf(String rootField) {
        Optional<String> plain = Optional.ofNullable(roots.queries().get(rootField))
                .map(root -> root.table().table().source());
        return plain.or(() -> Optional.ofNullable(namespaces.get(rootField)).map(Namespace::source));
    }

    /** The kind of a source that holds at least one visible table. */
    public Backend backendOf(String source) {
        return tables().stream()
                .filter(table -> table.table().source().equals(source))
                .findFirst()
                .orElseThrow()
                .table()
                .backend();
    }
}
