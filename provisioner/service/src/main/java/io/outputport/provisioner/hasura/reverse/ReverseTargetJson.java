package io.outputport.provisioner.hasura.reverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.descriptor.model.SourceTable;
import java.util.Optional;

/** A {@link ReverseTarget} as it is kept with its task. */
final class ReverseTargetJson {
    private ReverseTargetJson() {}

    static ReverseTarget read(JsonNode json) {
        if (json.has("schema")) {
            return new ReverseTarget.InDatabase(new SourceTable(
                    json.path("technology").asText(),
                    json.path("database").asText(),
                    json.path("schema").asText(),
                    json.path("name").asText()));
        }
        Optional<String> source = Optional.ofNullable(json.get("source")).map(JsonNode::asText);
        return new ReverseTarget.InHasura(source, json.path("table").asText());
    }

    static ObjectNode write(ReverseTarget target) {
        return target.match(ReverseTargetJson::write, ReverseTargetJson::write);
    }

    private static ObjectNode write(ReverseTarget.InDatabase target) {
        SourceTable table = target.table();
        return JsonNodeFactory.instance
                .objectNode()
                .put("technology", table.technology())
                .put("database", table.database())
                .put("schema", table.schema())
                .put("name", table.name());
    }

    private static ObjectNode write(ReverseTarget.InHasura target) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("table", target.table());
        target.source().ifPresent(source -> json.put("source", source));
        return json;
    }
}
