package io.outputport.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.schema.Session;
import io.outputport.engine.schema.TrackedTable.SelectPermission;
import io.outputport.engine.source.DatabaseTable;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads one select permission of a table, and checks the columns that it names. */
record PermissionBuilder(DatabaseTable table, Set<String> relationships) {
    private static final Set<String> CONNECTIVES = Set.of("_and", "_or", "_not", "_exists", "$and", "$or", "$not");

    /** @param entry {@code {"role","permission"}} */
    SelectPermission build(JsonNode entry) throws Unfit {
        if (entry.path("role").asText().equals(Session.ADMIN)) {
            throw new Unfit("cannot define permission for admin role");
        }
        JsonNode permission = entry.path("permission");
        checkFilter(permission.path("filter"));
        return new SelectPermission(
                columns(permission.path("columns")),
                permission.path("filter"),
                permission.path("limit").isInt()
                        ? Optional.of(permission.path("limit").asInt())
                        : Optional.empty(),
                permission.path("allow_aggregations").asBoolean(),
                names(permission.path("query_root_fields")),
                names(permission.path("subscription_root_fields")));
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
