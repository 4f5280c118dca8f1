package io.outputport.engine.metadata.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.Stored;
import io.outputport.engine.schema.GraphqlName;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.SourceKinds;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings a document into the form in which Hasura keeps and exports it: defaults are written out, empty things and keys
 * that tables and their select permissions do not have are left out, old forms are turned into new ones, and what has a
 * name is sorted by it. Everything else stays as it was sent.
 */
public record ExportedForm(SourceKinds kinds) {
    static final List<String> OBJECT_LISTS = List.of(
            "object_relationships",
            "array_relationships",
            "computed_fields",
            "remote_relationships",
            "insert_permissions",
            "select_permissions",
            "update_permissions",
            "delete_permissions",
            "event_triggers");
    static final Set<String> TABLE_KEYS =
            Set.of("table", "is_enum", "configuration", "apollo_federation_config", "logical_model", "computed_fields");
    private static final Set<String> CONFIGURATION_KEYS =
            Set.of("custom_name", "custom_root_fields", "column_config", "custom_column_names", "comment");
    private static final Set<String> PERMISSION_KEYS = Set.of(
            "columns",
            "filter",
            "limit",
            "allow_aggregations",
            "computed_fields",
            "query_root_fields",
            "subscription_root_fields");

    /** @param stored what is in that form already, and must not be touched */
    public ObjectNode of(ObjectNode metadata, Stored stored) {
        SourceKinds all = kinds.including(metadata);
        for (JsonNode source : metadata.path("sources")) {
            if (!stored.holds(source)) {
                all.named(kind((ObjectNode) source)).ifPresent(kind -> source((ObjectNode) source, kind));
            }
        }
        Sorted.by(metadata.path("sources"), source -> source.path("name").asText());
        Sorted.by(
                metadata.path("inherited_roles"), role -> role.path("role_name").asText());
        return metadata;
    }

    /** One without a kind is PostgreSQL. */
    private static String kind(ObjectNode source) {
        if (!source.path("kind").isTextual()) {
            source.put("kind", "postgres");
        }
        return source.path("kind").asText();
    }

    private static void source(ObjectNode source, SourceKind kind) {
        source.set("configuration", kind.exported(source.path("configuration")));
        for (JsonNode table : source.path("tables")) {
            table((ObjectNode) table, kind);
        }
        Sorted.by(
                source.path("tables"),
                table -> String.join("\0", kind.tableName(table.path("table")).parts()));
    }

    private static void table(ObjectNode table, SourceKind kind) {
        table.set("table", kind.json(kind.tableName(table.path("table"))));
        table.properties()
                .removeIf(part -> !TABLE_KEYS.contains(part.getKey()) && !OBJECT_LISTS.contains(part.getKey()));
        configuration(table);
        OBJECT_LISTS.stream().filter(list -> isEmpty(table.path(list))).forEach(table::remove);
        if (!table.path("is_enum").asBoolean()) {
            table.remove("is_enum");
        }
        for (JsonNode permission : table.path("select_permissions")) {
            permission((ObjectNode) permission);
        }
        OBJECT_LISTS.forEach(list -> Sorted.by(
                table.path(list),
                one -> one.path("name").asText(one.path("role").asText())));
    }

    /** A configuration is exported whole or not at all; custom column names are shown in the old form as well. */
    private static void configuration(ObjectNode table) {
        if (!(table.get("configuration") instanceof ObjectNode configuration)) {
            table.remove("configuration");
            return;
        }
        configuration
                .properties()
                .removeIf(entry -> !CONFIGURATION_KEYS.contains(entry.getKey())
                        || (entry.getValue().isNull() && !entry.getKey().equals("comment")));
        // No comment on purpose: that of the database does not take its place.
        if (configuration.path("comment").asText("told").isEmpty()) {
            configuration.putNull("comment");
        }
        if (configuration.properties().stream().allMatch(entry -> isEmpty(entry.getValue()))) {
            table.remove("configuration");
            return;
        }
        ObjectNode columns = object(configuration, "column_config");
        ObjectNode names = object(configuration, "custom_column_names");
        for (Map.Entry<String, JsonNode> old : names.properties()) {
            ObjectNode column = object(columns, old.getKey());
            column.put(
                    "custom_name",
                    column.path("custom_name").asText(old.getValue().asText()));
        }
        columns.properties().stream()
                .filter(column -> column.getValue().path("custom_name").isTextual())
                .forEach(column -> names.set(column.getKey(), column.getValue().path("custom_name")));
        rootFields(object(configuration, "custom_root_fields"));
    }

    /** One without a comment is its name alone. */
    private static void rootFields(ObjectNode roots) {
        for (Map.Entry<String, JsonNode> root : roots.properties()) {
            JsonNode field = root.getValue();
            if (field.isObject() && isAbsent(field.path("comment"))) {
                root.setValue(field.path("name"));
            }
        }
        roots.properties()
                .removeIf(root -> isAbsent(root.getValue())
                        || (root.getValue().isTextual()
                                && !GraphqlName.isLegal(root.getValue().asText())));
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static void permission(ObjectNode permission) {
        if (permission.path("comment").isNull()) {
            permission.remove("comment");
        }
        if (permission.get("permission") instanceof ObjectNode body) {
            if (!body.path("allow_aggregations").asBoolean()) {
                body.remove("allow_aggregations");
            }
            if (isEmpty(body.path("computed_fields"))) {
                body.remove("computed_fields");
            }
            body.properties().removeIf(entry -> entry.getValue().isNull() || !PERMISSION_KEYS.contains(entry.getKey()));
        }
    }

    private static ObjectNode object(ObjectNode parent, String key) {
        return parent.get(key) instanceof ObjectNode found ? found : parent.putObject(key);
    }

    private static boolean isEmpty(JsonNode node) {
        return isAbsent(node) || (node.isContainerNode() && node.isEmpty());
    }
}
