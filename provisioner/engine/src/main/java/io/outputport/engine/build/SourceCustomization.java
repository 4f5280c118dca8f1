package io.outputport.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.schema.TrackedTable.Customization;
import io.outputport.engine.schema.TrackedTable.Roots;
import java.util.List;
import java.util.Optional;

/** The {@code customization} of a source: what it adds to the names of root fields and types, on top of custom names. */
record SourceCustomization(JsonNode json) {

    Customization ofTypes() {
        JsonNode types = json.path("type_names");
        return new Customization(
                namespace(),
                types.path("prefix").asText(""),
                types.path("suffix").asText(""));
    }

    Roots roots(Roots plain) {
        return new Roots(
                root(plain.select()),
                root(plain.selectByPk()),
                root(plain.selectAggregate()),
                root(plain.selectStream()),
                plain.comments());
    }

    String root(String name) {
        JsonNode fields = json.path("root_fields");
        return fields.path("prefix").asText("") + name + fields.path("suffix").asText("");
    }

    /** The name of a type for comparing it with others. */
    String type(String name) {
        return ofTypes().typePrefix() + name + ofTypes().typeSuffix();
    }

    /** Root fields for comparing them with others: in a namespace they meet those of the same namespace only. */
    List<String> claimed(List<String> fields) {
        return namespace()
                .map(space -> fields.stream().map(field -> space + "." + field).toList())
                .orElse(fields);
    }

    private Optional<String> namespace() {
        JsonNode namespace = json.path("root_fields").path("namespace");
        return namespace.isTextual() ? Optional.of(namespace.asText()) : Optional.empty();
    }
}
