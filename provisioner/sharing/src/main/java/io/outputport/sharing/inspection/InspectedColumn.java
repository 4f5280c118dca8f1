package io.outputport.sharing.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** @param type as Delta writes it: a name such as {@code decimal(10,2)}, or JSON of a type that nests */
public record InspectedColumn(String name, String type, boolean nullable, Optional<String> comment) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<InspectedColumn> of(String schema) {
        try {
            return StreamSupport.stream(JSON.readTree(schema).path("fields").spliterator(), false)
                    .map(InspectedColumn::column)
                    .toList();
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the reader of the log checked that it is a schema", broken);
        }
    }

    private static InspectedColumn column(JsonNode field) {
        JsonNode type = field.path("type");
        return new InspectedColumn(
                field.path("name").asText(),
                type.isTextual() ? type.asText() : type.toString(),
                field.path("nullable").asBoolean(true),
                Optional.of(field.path("metadata").path("comment"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText));
    }
}
