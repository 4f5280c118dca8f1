package io.outputport.sandbox.snowflake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Reply;

/** What every answer is wrapped in; a refusal has HTTP status 200, too. */
final class Envelope {
    private Envelope() {}

    static Reply of(JsonNode data) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        return Reply.json(200, body.putNull("code").putNull("message").put("success", true));
    }

    static Reply of(Refusal refusal) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("data")
                .put("errorCode", refusal.code())
                .put("sqlState", refusal.sqlState())
                .put("queryId", "")
                .put("internalError", false);
        return Reply.json(
                200,
                body.put("code", refusal.code())
                        .put("message", refusal.message())
                        .put("success", false)
                        .putNull("headers"));
    }

    static Reply empty() {
        return of(JsonNodeFactory.instance.nullNode());
    }
}
