package io.outputport.sandbox.rolemapper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** What goes back to the caller: always JSON, texts included, as the real role mapper's framework does it. */
record Answer(int status, JsonNode body) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    static Answer text(int status, String text) {
        return new Answer(status, JSON.textNode(text));
    }

    static Answer invalid(String sentence) {
        return new Answer(400, JSON.objectNode().set("errors", JSON.arrayNode().add(sentence)));
    }

    static Answer broken() {
        return new Answer(500, JSON.objectNode().put("error", "System error"));
    }

    /** The framework's own refusals: an unknown path, a wrong method, fields that do not fit. */
    static Answer detail(int status, JsonNode detail) {
        return new Answer(status, JSON.objectNode().set("detail", detail));
    }
}
