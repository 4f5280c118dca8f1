package io.outputport.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.outputport.engine.control.Control;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;

/** What Hasura does not have: counters to read and settings to change while the engine runs. */
record SandboxEndpoints(Control control) {
    Reply stats(Request request) {
        return Reply.json(200, control.stats());
    }

    Reply settings(Request request) {
        try {
            return Reply.json(
                    200,
                    control.change(request.json().orElse(NullNode.getInstance()))
                            .toJson());
        } catch (IllegalArgumentException wrong) {
            return Reply.json(400, JsonNodeFactory.instance.objectNode().put("error", wrong.getMessage()));
        }
    }
}
