package io.outputport.engine.build.name;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.schema.TrackedTable.Customization;
import io.outputport.engine.schema.TrackedTable.Roots;
import java.util.List;
import java.util.Optional;

/** The {@code customization} of a source: what it adds to the names of root fields and types, on top of custom names. */
public record SourceCustomization(JsonNode json) {

    public Customization ofTypes() {
        JsonNode types = json.path("type_names");
        return new Customization(
                namespace(),
                types.path("prefix").asText(""),
                types.path("suffix").asText(""));
    }

    public Roots roots(Roots plain) {
        return new Roots(
                root(plain.select()),
                root(plain.selectByPk()),
                root(plain.selectAggregate()),
                root(plain.selectStream()),
                plain.comments());
    }

    public String root(String name) {
        JsonNode fields = json.path("root_fields");
        return fields.path("prefix").asText("") + name + fields.path("suffix").asText("");
    }

    /** The name of a type for comparing it with others. */
    public String type(String name) {
        return ofTypes().typePrefix() + name + ofTypes().typeSuffix();
    }

    /** Root fields for comparing them with others: in a namespace they meet those of the same namespace only. */
    public List<String> claimed(List<String> fields) {
        return namespace()
                .map(space -> fields.stream().map(field -> space + "." + field).toList())
                .orElse(fields);
    }

    private Optional<String> namespace() {
        JsonNode namespace = json.path("root_fields").path("namespace");
        return namespace.isTextual() ? Optional.of(namespace.asText()) : Optional.empty();
    }
}
