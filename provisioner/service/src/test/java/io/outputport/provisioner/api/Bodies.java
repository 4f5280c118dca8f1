package io.outputport.provisioner.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;

/** Request bodies as a caller writes them, and answers as a caller reads them. */
public final class Bodies {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Bodies() {}

    public static ObjectNode provisioning() {
        return JSON.createObjectNode()
                .put("descriptorKind", "COMPONENT_DESCRIPTOR")
                .put("descriptor", "componentIdToProvision: urn:dmb:cmp:healthcare:vaccinations:0:hasura\n")
                .put("removeData", false);
    }

    static ObjectNode acl() {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("refs").add("user:alice").add("group:analysts");
        body.putObject("provisionInfo").put("request", "{\"dataProduct\":{}}").put("result", "done");
        return body;
    }

    public static JsonNode json(HttpResponse<String> response) throws JsonProcessingException {
        return JSON.readTree(response.body());
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
