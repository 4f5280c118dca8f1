package io.outputport.engine.http.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Request;

/**
 * An armed fault.
 *
 * @param aim the requests it waits for
 * @param name which fault, for example {@code timeout-after}
 * @param millis how long it holds the answer, where it holds one
 * @param times how many requests it still meets
 */
public record Fault(FaultAim aim, String name, long millis, int times) {
    public boolean meets(Request request) {
        return aim.meets(request);
    }

    public Fault once() {
        return new Fault(aim, name, millis, times - 1);
    }

    public JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        aim.writeTo(json);
        return json.put("fault", name).put("millis", millis).put("times", times);
    }
}
