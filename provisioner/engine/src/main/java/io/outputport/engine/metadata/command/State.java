package io.outputport.engine.metadata.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.build.Built;

/**
 * What the engine holds at one moment.
 *
 * @param metadata never changed after it is stored
 */
public record State(ObjectNode metadata, long version, Built built) {
    public static State empty() {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("version", 3);
        metadata.putArray("sources");
        return new State(metadata, 1, Built.NOTHING);
    }
}
