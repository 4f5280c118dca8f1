package io.outputport.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.engine.metadata.MetadataApi;
import io.outputport.engine.schema.HasuraVersion;

/** What may be asked without a secret: health and version. */
record HealthEndpoints(MetadataApi api, HasuraVersion version) {
    Reply health(Request request) {
        if (api.isConsistent()) {
            return Reply.text(200, "OK");
        }
        return "true".equals(request.query().get("strict"))
                ? Reply.text(500, "ERROR: inconsistent objects in schema")
                : Reply.text(200, "WARN: inconsistent objects in schema");
    }

    Reply version(Request request) {
        return Reply.json(
                200,
                JsonNodeFactory.instance.objectNode().put("server_type", "ee").put("version", version.text()));
    }
}
