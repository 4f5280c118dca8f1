package io.outputport.sandbox.rolemapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.fault.FaultAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The faults whose bodies have the role mapper's own form: its errors, and answers that do not answer the question, as
 * a cache before it or a mixed-up database gives them.
 */
final class OwnFaults {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OwnFaults() {}

    static Map<String, FaultAction> all() {
        return Map.of(
                "another", delivery -> delivery.send(Answer.ofAnother()),
                "status-500", delivery -> delivery.send(Answer.broken()),
                "status-422", delivery -> delivery.send(Answer.detail(422, JsonNodeFactory.instance.arrayNode())),
                "other-component", changed("component_id", id -> "urn:dmb:cmp:somebody:else:0:port"),
                "other-role", changed("role_id", id -> "somebody_else_0_port_role"),
                "control-characters-in-component", changed("component_id", id -> id + "\u0007\n"),
                "control-characters-in-role", changed("role_id", id -> id + "\u0007\n"));
    }

    /** What it would have answered, with one text put in another's place; an answer without it stays as it is. */
    private static FaultAction changed(String field, UnaryOperator<String> change) {
        return delivery -> {
            Reply reply = delivery.effect();
            JsonNode body =
                    MAPPER.readTree(StandardCharsets.UTF_8.decode(reply.body()).toString());
            if (body instanceof ObjectNode object && object.path(field).isTextual()) {
                object.put(field, change.apply(object.path(field).asText()));
            }
            delivery.send(Answer.json(reply.status(), body));
        };
    }
}
