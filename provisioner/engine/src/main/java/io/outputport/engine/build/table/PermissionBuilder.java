package io.outputport.engine.build.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.schema.Session;
import io.outputport.engine.schema.TrackedTable.SelectPermission;
import io.outputport.engine.source.DatabaseTable;
import io.outputport.engine.source.SourceKind;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads one select permission of a table, and checks the columns that it names. */
record PermissionBuilder(DatabaseTable table, String source, SourceKind kind, Set<String> relationships) {
    private static final Set<String> CONNECTIVES = Set.of("_and", "_or", "_not", "_exists", "$and", "$or", "$not");

    /** @param entry {@code {"role","permission"}} */
    SelectPermission build(JsonNode entry) throws Unfit {
        if (entry.path("role").asText().equals(Session.ADMIN)) {
            throw new Unfit("cannot define permission for admin role");
        }
        JsonNode permission = entry.path("permission");
        checkFilter(permission.path("filter"));
        Set<String> columns = columns(permission.path("columns"));
        checkRootFields(entry.path("role").asText(), permission, columns);
        return new SelectPermission(
                columns,
                permission.path("filter"),
                permission.path("limit").isInt()
                        ? Optional.of(permission.path("limit").asInt())
                        : Optional.empty(),
                permission.path("allow_aggregations").asBoolean(),
                names(permission.path("query_root_fields")),
                names(permission.path("subscription_root_fields")));
    }

    /** What a role is promised by name, it must be able to use. */
    private void checkRootFields(String role, JsonNode permission, Set<String> columns) throws Unfit {
        Set<String> named = new LinkedHashSet<>();
        names(permission.path("query_root_fields")).ifPresent(named::addAll);
        names(permission.path("subscription_root_fields")).ifPresent(named::addAll);
        if (named.contains("select_by_pk") && !columns.containsAll(table.primaryKey())) {
            throw new Unfit("The \"select_by_pk\" field cannot be included in the query_root_fields or"
                    + " subscription_root_fields because the role \"" + role
                    + "\" does not have access to the primary key of the table \"" + kind.text(table.name())
                    + "\" in the source \"" + source + "\"");
        }
        if (named.contains("select_aggregate")
                && !permission.path("allow_aggregations").asBoolean()) {
            throw new Unfit("The \"select_aggregate\" root field can only be enabled in the query_root_fields or "
                    + " the subscription_root_fields when \"allow_aggregations\" is set to true");
        }
    }

    private Set<String> columns(JsonNode columns) throws Unfit {
        Set<String> names = new LinkedHashSet<>();
        if (columns.isTextual()) {
            table.columns().forEach(column -> names.add(column.name()));
        }
        for (JsonNode column : columns) {
            checkColumn(column.asText());
            names.add(column.asText());
        }
        return names;
    }

    private void checkFilter(JsonNode filter) throws Unfit {
        for (var field : filter.properties()) {
            if (!CONNECTIVES.contains(field.getKey())) {
                checkColumn(field.getKey());
            } else if (field.getValue().isArray()) {
                for (JsonNode part : field.getValue()) {
                    checkFilter(part);
                }
            } else if (!field.getKey().equals("_exists")) {
                checkFilter(field.getValue());
            }
        }
    }

    private void checkColumn(String name) throws Unfit {
        if (table.column(name).isEmpty() && !relationships.contains(name)) {
            throw new Unfit("\"" + name + "\" does not exist");
        }
    }

    private static Optional<Set<String>> names(JsonNode array) {
        if (!array.isArray()) {
            return Optional.empty();
        }
        Set<String> names = new LinkedHashSet<>();
        array.forEach(name -> names.add(name.asText()));
        return Optional.of(Set.copyOf(names));
    }
}
