package io.outputport.engine.build.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.outputport.engine.source.SourceFailure;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.TableName;
import java.util.List;
import java.util.Optional;

/**
 * An object of the metadata that cannot be served, in Hasura's words.
 *
 * @param name for example {@code table healthcare.cases in source default}; identifies the object
 * @param source the name of the source it is in
 */
public record Inconsistency(
        String type, String name, JsonNode definition, String reason, Optional<String> message, String source) {

    public static Inconsistency source(String source, SourceFailure failure) {
        return new Inconsistency(
                "source",
                nameOfSource(source),
                TextNode.valueOf(source),
                reason(failure.reason()),
                failure.detail().isEmpty() ? Optional.empty() : Optional.of(failure.detail()),
                source);
    }

    public static Inconsistency table(String source, SourceKind kind, TableName table, String reason) {
        return new Inconsistency(
                "table", nameOfTable(source, kind, table), kind.json(table), reason(reason), Optional.empty(), source);
    }

    /** @param permission {@code {"role","permission","comment"}} as it stands in the metadata */
    public static Inconsistency selectPermission(
            String source, SourceKind kind, TableName table, JsonNode permission, String reason) {
        String role = permission.path("role").asText();
        ObjectNode definition = JsonNodeFactory.instance.objectNode().put("source", source);
        definition.set("table", kind.json(table));
        definition.put("role", role).set("permission", permission.path("permission"));
        definition.set("comment", permission.path("comment").isTextual() ? permission.path("comment") : null);
        return new Inconsistency(
                "select_permission",
                nameOfSelectPermission(source, kind, table, role),
                definition,
                reason("in table \"" + kind.text(table) + "\": in permission for role \"" + role + "\": " + reason),
                Optional.empty(),
                source);
    }

    /** @param relationship {@code {"name","using","comment"}} as it stands in the metadata */
    public static Inconsistency relationship(
            String source, SourceKind kind, TableName table, JsonNode relationship, boolean toOne, String reason) {
        String name = relationship.path("name").asText();
        ObjectNode definition = JsonNodeFactory.instance.objectNode().put("source", source);
        definition.set("table", kind.json(table));
        definition.put("name", name).set("using", normalised(kind, relationship.path("using")));
        definition.set("comment", relationship.path("comment").isTextual() ? relationship.path("comment") : null);
        return new Inconsistency(
                toOne ? "object_relation" : "array_relation",
                nameOfRelationship(source, kind, table, name, toOne),
                definition,
                reason(reason),
                Optional.empty(),
                source);
    }

    /** With the other table's name written out, as the metadata keeps it. */
    private static JsonNode normalised(SourceKind kind, JsonNode using) {
        JsonNode copy = using.deepCopy();
        if (copy.path("foreign_key_constraint_on") instanceof ObjectNode key && key.has("table")) {
            key.set("table", kind.json(kind.tableName(key.path("table"))));
        }
        if (copy.path("manual_configuration") instanceof ObjectNode manual && manual.has("remote_table")) {
            manual.set("remote_table", kind.json(kind.tableName(manual.path("remote_table"))));
        }
        return copy;
    }

    public static String nameOfRelationship(
            String source, SourceKind kind, TableName table, String relationship, boolean toOne) {
        String type = toOne ? "object_relation " : "array_relation ";
        return type + relationship + " in " + nameOfTable(source, kind, table);
    }

    public static String nameOfSource(String source) {
        return "source " + source;
    }

    public static String nameOfTable(String source, SourceKind kind, TableName table) {
        return "table " + kind.text(table) + " in source " + source;
    }

    public static String nameOfSelectPermission(String source, SourceKind kind, TableName table, String role) {
        return "select_permission " + role + " in " + nameOfTable(source, kind, table);
    }

    public static ArrayNode toJson(List<Inconsistency> inconsistencies) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        inconsistencies.forEach(inconsistency -> json.add(inconsistency.toJson()));
        return json;
    }

    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("definition", definition);
        message.ifPresent(text -> json.put("message", text));
        return json.put("name", name).put("reason", reason).put("type", type);
    }

    private static String reason(String text) {
        return "Inconsistent object: " + text;
    }
}
