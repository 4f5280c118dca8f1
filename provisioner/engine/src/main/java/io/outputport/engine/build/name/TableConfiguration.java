package io.outputport.engine.build.name;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.schema.GraphqlName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The {@code configuration} of a table of the metadata; anything of it may be missing. */
public record TableConfiguration(JsonNode json) {
    public Optional<String> customName() {
        return text(json.path("custom_name"));
    }

    /** Empty where none is wanted. */
    public Optional<String> commentInsteadOf(Optional<String> database) {
        return json.has("comment") ? text(json.path("comment")) : database;
    }

    /**
     * A custom root field is written as its name alone, or with a comment as {@code {"name","comment"}}. A name alone that
     * is no legal one counts as none.
     */
    Optional<String> rootField(String root) {
        JsonNode field = json.path("custom_root_fields").path(root);
        return text(field.isObject() ? field.path("name") : field).filter(GraphqlName::isLegal);
    }

    /** By root field; the empty text is none on purpose. */
    Map<String, String> rootComments() {
        Map<String, String> comments = new HashMap<>();
        for (var root : json.path("custom_root_fields").properties()) {
            text(root.getValue().path("comment")).ifPresent(comment -> comments.put(root.getKey(), comment));
        }
        return comments;
    }

    /** Every column that it says something of, in either form. */
    public Set<String> configuredColumns() {
        Set<String> columns = new TreeSet<>();
        json.path("column_config").fieldNames().forEachRemaining(columns::add);
        json.path("custom_column_names").fieldNames().forEachRemaining(columns::add);
        return columns;
    }

    public Optional<String> columnName(String column) {
        Optional<String> name = text(json.path("column_config").path(column).path("custom_name"));
        return name.isPresent() ? name : text(json.path("custom_column_names").path(column));
    }

    public Optional<String> columnComment(String column) {
        return text(json.path("column_config").path(column).path("comment"));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
