package io.outputport.engine.fidelity.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * One request and the answer that is expected. Texts in it may hold placeholders, which the check of fidelity fills.
 *
 * @param body empty for a GET
 * @param admin whether the admin secret is sent
 * @param keep names for parts of the answer, which later requests of the case can use as placeholders
 */
public record Exchange(
        String path,
        Optional<JsonNode> body,
        Map<String, String> headers,
        boolean admin,
        Expected expected,
        Map<String, String> keep) {
    public Exchange {
        headers = Map.copyOf(headers);
        keep = Map.copyOf(keep);
    }

    public boolean changesNothing() {
        return body.isEmpty() || path.endsWith("/graphql") || expected.status() >= 400 || isRead();
    }

    private boolean isRead() {
        String type = body.map(sent -> sent.path("type").asText()).orElse("");
        return type.contains("get_") || type.equals("export_metadata") || type.startsWith("list_");
    }

    /**
     * @param at the place in the answer that is compared
     * @param answer what stands there; empty when only the status matters
     */
    public record Expected(int status, String at, Optional<JsonNode> answer) {}
}
