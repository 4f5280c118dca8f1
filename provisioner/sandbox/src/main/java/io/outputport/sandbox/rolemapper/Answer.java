package io.outputport.sandbox.rolemapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Reply;
import java.util.Map;

/** The forms that an answer can have: always JSON, texts included, as the real role mapper's framework does it. */
final class Answer {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Answer() {}

    /** The framework names no character set. */
    static Reply json(int status, JsonNode body) {
        return new Reply(status, Map.of("Content-Type", "application/json"), body.toString());
    }

    static Reply ok(JsonNode body) {
        return json(200, body);
    }

    static Reply text(int status, String text) {
        return json(status, JSON.textNode(text));
    }

    static Reply invalid(String sentence) {
        return json(400, JSON.objectNode().set("errors", JSON.arrayNode().add(sentence)));
    }

    static Reply broken() {
        return json(500, JSON.objectNode().put("error", "System error"));
    }

    /** What a cache that mistakes one question for another gives back: fields of every answer, about somebody else. */
    static Reply ofAnother() {
        ObjectNode role = JSON.objectNode()
                .put("role_id", "another_product_0_another_port_role")
                .put("component_id", "urn:dmb:cmp:another:product:0:another-port");
        role.putArray("graphql_root_field_names");
        role.putArray("users");
        role.putArray("groups");
        return ok(role);
    }

    /** The framework's own refusals: an unknown path, a wrong method, fields that do not fit. */
    static Reply detail(int status, JsonNode detail) {
        return json(status, JSON.objectNode().set("detail", detail));
    }

    static Reply unreadable() {
        return detail(400, "There was an error parsing the body");
    }

    static Reply detail(int status, String words) {
        return detail(status, JSON.textNode(words));
    }
}
