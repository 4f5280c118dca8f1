package io.outputport.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code configuration} of a table of the metadata; anything of it may be missing. */
record TableConfiguration(JsonNode json) {
    private static final Pattern GRAPHQL_NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

    static boolean isGraphqlName(String name) {
        return GRAPHQL_NAME.matcher(name).matches();
    }

    Optional<String> customName() {
        return text(json.path("custom_name"));
    }

    Optional<String> comment() {
        return text(json.path("comment"));
    }

    /** A custom root field is written as its name alone, or with a comment as {@code {"name","comment"}}. */
    Optional<String> rootField(String root) {
        JsonNode field = json.path("custom_root_fields").path(root);
        return text(field.isObject() ? field.path("name") : field);
    }

    Optional<String> columnName(String column) {
        Optional<String> name = text(json.path("column_config").path(column).path("custom_name"));
        return name.isPresent() ? name : text(json.path("custom_column_names").path(column));
    }

    Optional<String> columnComment(String column) {
        return text(json.path("column_config").path(column).path("comment"));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
