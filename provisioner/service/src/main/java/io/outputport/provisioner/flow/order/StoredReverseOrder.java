package io.outputport.provisioner.flow.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.descriptor.reverse.CatalogEntry;
import io.outputport.provisioner.task.Task;

/**
 * A reverse provisioning as it is kept in the task's row. Only what is needed is kept: the platform sends the
 * environment's configuration along, which may hold secrets.
 *
 * @param technology who is to read it
 * @param target what is to be read, in words of the technology
 */
public record StoredReverseOrder(String technology, JsonNode target, CatalogEntry entry) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Earlier versions had one technology and did not name it. */
    private static final String FIRST = "hasura";

    public static StoredReverseOrder read(Task task) {
        try {
            JsonNode json = JSON.readTree(task.request());
            return new StoredReverseOrder(
                    json.path("technology").asText(FIRST),
                    json.path("target"),
                    CatalogEntry.ofColumns(json.path("columns")));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the order of task " + task.token() + " cannot be read", broken);
        }
    }

    public String text() {
        ObjectNode json = JSON.createObjectNode().put("technology", technology);
        json.set("target", target);
        json.set("columns", entry.schema());
        return json.toString();
    }
}
