package io.outputport.provisioner.flow.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.reverse.CatalogEntry;
import io.outputport.provisioner.descriptor.reverse.ReverseTarget;
import io.outputport.provisioner.task.Task;
import java.util.Optional;

/**
 * A reverse provisioning as it is kept in the task's row. Only what is needed is kept: the platform sends the
 * environment's configuration along, which may hold secrets.
 */
public record StoredReverseOrder(ReverseTarget target, CatalogEntry entry) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static StoredReverseOrder read(Task task) {
        try {
            JsonNode json = JSON.readTree(task.request());
            return new StoredReverseOrder(target(json.path("target")), CatalogEntry.ofColumns(json.path("columns")));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the order of task " + task.token() + " cannot be read", broken);
        }
    }

    private static ReverseTarget target(JsonNode json) {
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

    public String text() {
        ObjectNode json = JSON.createObjectNode();
        json.set("target", target.match(StoredReverseOrder::json, StoredReverseOrder::json));
        json.set("columns", entry.schema());
        return json.toString();
    }

    private static ObjectNode json(ReverseTarget.InDatabase target) {
        SourceTable table = target.table();
        return JSON.createObjectNode()
                .put("technology", table.technology())
                .put("database", table.database())
                .put("schema", table.schema())
                .put("name", table.name());
    }

    private static ObjectNode json(ReverseTarget.InHasura target) {
        ObjectNode json = JSON.createObjectNode().put("table", target.table());
        target.source().ifPresent(source -> json.put("source", source));
        return json;
    }
}
