package io.outputport.engine.build.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.build.name.NameCollisions;
import io.outputport.engine.build.name.RootFieldNames;
import io.outputport.engine.build.name.SourceCustomization;
import io.outputport.engine.build.name.TableConfiguration;
import io.outputport.engine.build.name.TypeNames;
import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.schema.GraphqlName;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Roots;
import io.outputport.engine.schema.TrackedTable.SelectPermission;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import io.outputport.engine.source.DatabaseTable;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Builds the tables of one source; what does not fit is noted and left out. A table whose name GraphQL forbids is tracked,
 * but brings nothing into the schema.
 */
public final class TableBuilder {
    private final LiveSource source;
    private final SourceKind kind;
    private final List<NameCollisions.Claim> claims = new ArrayList<>();
    private final List<String> unbuildable = new ArrayList<>();
    private final SourceCustomization customization;
    private final Set<TableName> tracked;
    private final Map<TableName, TrackedTable> built = new LinkedHashMap<>();
    private final List<Inconsistency> inconsistencies = new ArrayList<>();

    /** @param entry the source as it stands in the metadata */
    public TableBuilder(LiveSource source, JsonNode entry) {
        this.source = source;
        this.kind = source.kind();
        this.customization = new SourceCustomization(entry.path("customization"));
        this.tracked = new HashSet<>();
        entry.path("tables").forEach(table -> tracked.add(kind.tableName(table.path("table"))));
    }

    /** @param entry one of the {@code tables} of the source in the metadata */
    public void add(JsonNode entry) {
        TableName name = kind.tableName(entry.path("table"));
        try {
            DatabaseTable table = source.table(name)
                    .orElseThrow(() -> new Unfit("no such table/view exists in source: \"" + kind.text(name) + "\""));
            built.put(name, tracked(table, entry));
        } catch (Unfit unfit) {
            inconsistencies.add(Inconsistency.table(source.name(), kind, name, unfit.reason()));
        }
    }

    public BuiltSource built() {
        return new BuiltSource(source, built, inconsistencies, claims, unbuildable);
    }

    private TrackedTable tracked(DatabaseTable table, JsonNode entry) throws Unfit {
        TableConfiguration configuration = new TableConfiguration(entry.path("configuration"));
        String graphqlName = configuration.customName().orElse(kind.graphqlName(table.name()));
        Roots plain = RootFieldNames.queryRoots(graphqlName, configuration);
        List<TrackedColumn> columns = new ColumnBuilder(kind, configuration).build(table);
        if (GraphqlName.isLegal(graphqlName)) {
            claim(
                    table,
                    columns,
                    graphqlName,
                    RootFieldNames.of(graphqlName, plain, kind.backend(), table, configuration));
            Unbuildable.in(table, kind.backend(), columns.stream()).ifPresent(unbuildable::add);
        }
        return new TrackedTable(
                source.name(),
                kind.backend(),
                table.schema(),
                table.relation(),
                graphqlName,
                customization.roots(plain),
                configuration.commentInsteadOf(table.comment()),
                columns,
                table.primaryKey(),
                permissions(table, entry),
                new RelationshipBuilder(source, tracked, inconsistencies::add).build(table, columns, entry),
                customization.ofTypes());
    }

    private void claim(DatabaseTable table, List<TrackedColumn> columns, String graphqlName, RootFieldNames fields) {
        List<String> types = new TypeNames(graphqlName, kind.backend(), table, columns)
                .all().stream().map(customization::type).toList();
        Set<String> scalars = columns.stream().map(TrackedColumn::scalar).collect(Collectors.toSet());
        claims.add(new NameCollisions.Claim(
                Inconsistency.nameOfTable(source.name(), kind, table.name()),
                types,
                scalars,
                fields.customized(customization)));
    }

    private Map<String, SelectPermission> permissions(DatabaseTable table, JsonNode entry) {
        PermissionBuilder builder = new PermissionBuilder(table, source.name(), kind, relationships(entry));
        Map<String, SelectPermission> permissions = new LinkedHashMap<>();
        for (JsonNode permission : entry.path("select_permissions")) {
            try {
                permissions.put(permission.path("role").asText(), builder.build(permission));
            } catch (Unfit unfit) {
                inconsistencies.add(
                        Inconsistency.selectPermission(source.name(), kind, table.name(), permission, unfit.reason()));
            }
        }
        return permissions;
    }

    private static Set<String> relationships(JsonNode entry) {
        Set<String> relationships = new HashSet<>();
        for (String kind : List.of("object_relationships", "array_relationships")) {
            entry.path(kind).forEach(one -> relationships.add(one.path("name").asText()));
        }
        return relationships;
    }
}
