package io.outputport.engine.graphql;

import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.schema.TrackedTable.Customization;
import io.outputport.engine.schema.TrackedTable.Relationship;
import io.outputport.engine.schema.TrackedTable.Roots;
import io.outputport.engine.schema.TrackedTable.SelectPermission;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tracked table, without permissions until {@link #permit} is called. */
final class TableBuilder {
    private final String schema;
    private final String name;
    private String graphqlName;
    private Optional<Roots> roots = Optional.empty();
    private Optional<String> comment = Optional.empty();
    private Backend backend = Backend.POSTGRES;
    private String source = "default";
    private List<String> key = List.of("id");
    private Customization customization = Customization.NONE;
    private final List<Relationship> relationships = new ArrayList<>();
    private final List<TrackedColumn> columns = new ArrayList<>();
    private final Map<String, SelectPermission> permissions = new LinkedHashMap<>();

    private TableBuilder(String schema, String name) {
        this.schema = schema;
        this.name = name;
        this.graphqlName = schema.equals("public") ? name : schema + "_" + name;
    }

    static TableBuilder aTable(String schema, String name) {
        return new TableBuilder(schema, name);
    }

    TableBuilder called(String customName) {
        graphqlName = customName;
        return this;
    }

    TableBuilder roots(Roots custom) {
        roots = Optional.of(custom);
        return this;
    }

    TableBuilder comment(String text) {
        comment = Optional.of(text);
        return this;
    }

    TableBuilder in(String otherSource, Backend kind) {
        source = otherSource;
        backend = kind;
        return this;
    }

    TableBuilder key(String... columnNames) {
        key = List.of(columnNames);
        return this;
    }

    TableBuilder column(String columnName, String type, String scalar) {
        return column(new TrackedColumn(columnName, columnName, type, scalar, false, Optional.empty()));
    }

    TableBuilder nullable(String columnName, String type, String scalar) {
        return column(new TrackedColumn(columnName, columnName, type, scalar, true, Optional.empty()));
    }

    TableBuilder column(TrackedColumn column) {
        columns.add(column);
        return this;
    }

    TableBuilder customized(String namespace, String prefix, String suffix) {
        customization = new Customization(Optional.of(namespace), prefix, suffix);
        return this;
    }

    /** A relationship to one row that is always there. */
    TableBuilder object(String relationship, String toSchema, String toName, Map<String, String> columnMapping) {
        relationships.add(
                new Relationship(relationship, Relationship.Kind.OBJECT, toSchema, toName, columnMapping, false));
        return this;
    }

    TableBuilder array(String relationship, String toSchema, String toName, Map<String, String> columnMapping) {
        relationships.add(
                new Relationship(relationship, Relationship.Kind.ARRAY, toSchema, toName, columnMapping, true));
        return this;
    }

    TableBuilder permit(String role, PermissionBuilder permission) {
        permissions.put(role, permission.build(columns));
        return this;
    }

    TrackedTable build() {
        Roots defaults =
                new Roots(graphqlName, graphqlName + "_by_pk", graphqlName + "_aggregate", graphqlName + "_stream");
        return new TrackedTable(
                source,
                backend,
                schema,
                name,
                graphqlName,
                roots.orElse(defaults),
                comment,
                columns,
                key,
                permissions,
                relationships,
                customization);
    }
}
