package io.outputport.sandbox.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** An answer over HTTP. */
public record Reply(int status, String body) {
    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("No JSON, status " + status + ": " + body, notJson);
        }
    }
}
