package io.outputport.engine.metadata.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One operation of the metadata API; refuses by throwing {@link io.outputport.engine.refusal.Refused}. */
@FunctionalInterface
public interface Operation {
    JsonNode run(Work work, Command command);

    /** What most operations answer. */
    static ObjectNode success() {
        return JsonNodeFactory.instance.objectNode().put("message", "success");
    }
}
