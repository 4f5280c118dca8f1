package io.outputport.provisioner.hasura.plan.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A port's part of a tracked table, as JSON of Hasura's metadata. What others keep in the same table (relationships,
 * permissions of other roles, anything unknown) is left as it stands.
 */
public final class TableEntry {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PERMISSIONS = "select_permissions";
    private static final List<String> RESTRICTIONS = List.of("limit", "query_root_fields", "subscription_root_fields");
    private static final String COLUMN_CONFIG = "column_config";
    private static final String OLD_COLUMN_NAMES = "custom_column_names";

    private TableEntry() {}

    /** What the table says for {@code role}; empty when the role has no select permission on it. */
    public static Optional<PortEntry> read(JsonNode entry, String role) {
        return permission(entry, role).map(permission -> read(entry, role, permission));
    }

    private static PortEntry read(JsonNode entry, String role, JsonNode permission) {
        JsonNode configuration = entry.path("configuration");
        Map<RootField, String> fields = new HashMap<>();
        for (RootField field : RootField.values()) {
            rootFieldName(configuration.path("custom_root_fields").path(field.key()))
                    .ifPresent(name -> fields.put(field, name));
        }
        return new PortEntry(
                configuration.path("custom_name").asText(""),
                fields,
                Optional.of(configuration.path("comment").asText("")).filter(comment -> !comment.isEmpty()),
                columnNames(configuration),
                role,
                columns(permission.path("columns")),
                permission.path("allow_aggregations").asBoolean(false),
                RESTRICTIONS.stream().anyMatch(permission::hasNonNull)
                        || !permission.path("filter").isEmpty());
    }

    /** A custom root field is either its name or an object of name and comment. */
    static Optional<String> rootFieldName(JsonNode field) {
        JsonNode name = field.isObject() ? field.path("name") : field;
        return name.isTextual() ? Optional.of(name.asText()) : Optional.empty();
    }

    public static Map<String, String> columnNames(JsonNode configuration) {
        Map<String, String> names = new HashMap<>();
        configuration
                .path(OLD_COLUMN_NAMES)
                .fields()
                .forEachRemaining(
                        column -> names.put(column.getKey(), column.getValue().asText()));
        configuration.path(COLUMN_CONFIG).fields().forEachRemaining(column -> {
            JsonNode name = column.getValue().path("custom_name");
            if (name.isTextual()) {
                names.put(column.getKey(), name.asText());
            }
        });
        return names;
    }

    private static Optional<Set<String>> columns(JsonNode columns) {
        if (!columns.isArray()) {
            return Optional.empty();
        }
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.asText()));
        return Optional.of(names);
    }

    private static Optional<JsonNode> permission(JsonNode entry, String role) {
        for (JsonNode permission : entry.path(PERMISSIONS)) {
            if (permission.path("role").asText().equals(role)) {
                return Optional.of(permission.path("permission"));
            }
        }
        return Optional.empty();
    }

    /** A table that holds nothing but the port. */
    public static ObjectNode create(JsonNode table, PortEntry port) {
        return write(
                JSON.objectNode().set("table", table), port, port.columnNames().keySet());
    }

    /** Whether it says nothing of columns that the table does not have: Hasura serves no table of which it does. */
    public static boolean configuresOnly(Collection<String> columns, JsonNode entry) {
        JsonNode configuration = entry.path("configuration");
        return Stream.of(COLUMN_CONFIG, OLD_COLUMN_NAMES)
                .flatMap(part -> configuration.path(part).properties().stream())
                .allMatch(column -> columns.contains(column.getKey()));
    }

    /**
     * The same table with the port's part as wanted; {@code existing} is not changed.
     *
     * @param columns all columns that the table has; what is said of others goes
     */
    public static ObjectNode write(ObjectNode existing, PortEntry port, Collection<String> columns) {
        ObjectNode entry = existing.deepCopy();
        ObjectNode configuration = entry.withObject("/configuration");
        configuration.put("custom_name", port.customName());
        ObjectNode fields = configuration.withObject("/custom_root_fields");
        for (RootField field : RootField.values()) {
            fields.put(field.key(), port.rootFields().get(field));
        }
        port.comment()
                .ifPresentOrElse(
                        comment -> configuration.put("comment", comment), () -> configuration.remove("comment"));
        writeColumnNames(configuration, port.columnNames(), columns);
        writePermission(entry, port);
        return entry;
    }

    private static void writeColumnNames(ObjectNode configuration, Map<String, String> names, Collection<String> real) {
        configuration.remove(OLD_COLUMN_NAMES);
        ObjectNode columns = configuration.withObject("/" + COLUMN_CONFIG);
        columns.forEach(column -> ((ObjectNode) column).remove("custom_name"));
        columns.properties()
                .removeIf(column ->
                        !real.contains(column.getKey()) || column.getValue().isEmpty());
        new java.util.TreeMap<>(names).forEach((column, name) -> {
            ObjectNode settings = columns.has(column) ? (ObjectNode) columns.get(column) : columns.putObject(column);
            settings.put("custom_name", name);
        });
        if (columns.isEmpty()) {
            configuration.remove(COLUMN_CONFIG);
        }
    }

    private static void writePermission(ObjectNode entry, PortEntry port) {
        ObjectNode permission = JSON.objectNode();
        permission.set(
                "columns", port.columns().<JsonNode>map(TableEntry::sorted).orElseGet(() -> JSON.textNode("*")));
        permission.set("filter", JSON.objectNode());
        permission.put("allow_aggregations", port.allowAggregations());
        withPermission(entry, port.role(), permission);
    }

    private static ObjectNode withPermission(ObjectNode entry, String role, ObjectNode permission) {
        ObjectNode ours = JSON.objectNode().put("role", role);
        ours.set("permission", permission);
        ArrayNode permissions = withoutRole(entry, role);
        permissions.add(ours);
        entry.set(PERMISSIONS, permissions);
        return entry;
    }

    private static ArrayNode sorted(Set<String> columns) {
        ArrayNode array = JSON.arrayNode();
        columns.stream().sorted().forEach(array::add);
        return array;
    }

    /**
     * The same table, on which the role may no longer see anything. The permission itself stays, as the mark by which the
     * entry is known to be the port's.
     */
    public static ObjectNode closed(ObjectNode existing, String role) {
        ObjectNode permission = JSON.objectNode();
        permission.putArray("columns");
        permission.putObject("filter");
        permission.putArray("query_root_fields");
        permission.putArray("subscription_root_fields");
        return withPermission(existing.deepCopy(), role, permission);
    }

    private static ArrayNode withoutRole(ObjectNode entry, String role) {
        ArrayNode others = JSON.arrayNode();
        entry.path(PERMISSIONS).forEach(permission -> {
            if (!permission.path("role").asText().equals(role)) {
                others.add(permission);
            }
        });
        return others;
    }

    /** What the table holds that is not the port's: a name of the field and, where it helps, of the object. */
    public static Set<String> foreignParts(ObjectNode entry, String role) {
        ObjectNode rest = entry.deepCopy();
        rest.set(PERMISSIONS, withoutRole(entry, role));
        rest.remove(List.of("table", "configuration", "is_enum", "apollo_federation_config"));
        Set<String> parts = new java.util.TreeSet<>();
        rest.fields().forEachRemaining(part -> {
            if (!part.getValue().isArray()) {
                parts.add(part.getKey());
            }
            part.getValue()
                    .forEach(object -> parts.add(part.getKey() + " "
                            + object.path("name").asText(object.path("role").asText())));
        });
        return parts;
    }
}
