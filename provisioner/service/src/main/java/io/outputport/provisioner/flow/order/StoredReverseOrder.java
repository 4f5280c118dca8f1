package io.outputport.provisioner.flow.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.outputport.foundation.text.StoredJson;
import io.outputport.provisioner.descriptor.reverse.CatalogContract;
import io.outputport.provisioner.task.Task;
import java.util.Optional;

/**
 * A reverse provisioning as it is kept in the task's row. Only what is needed is kept: the platform sends the
 * environment's configuration along, which may hold secrets.
 *
 * @param technology who is to read it
 * @param target what is to be read, in words of the technology
 */
public record StoredReverseOrder(String technology, JsonNode target, CatalogContract entry) {
    /** Earlier versions had one technology and did not name it. */
    private static final String FIRST = "hasura";

    public static StoredReverseOrder read(Task task) {
        StoredText text = UnreadableOrder.named(
                task.token().toString(), () -> StoredJson.PLAIN.read(task.request(), StoredText.class));
        return new StoredReverseOrder(
                text.technology().orElse(FIRST), text.target(), CatalogContract.ofColumns(text.columns()));
    }

    public String text() {
        return StoredJson.PLAIN.write(new StoredText(Optional.of(technology), target, entry.schema()));
    }

    private record StoredText(Optional<String> technology, JsonNode target, ArrayNode columns) {}
}
