package io.outputport.sandbox.hasura;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.hasura.refusal.Refused;
import io.outputport.sandbox.http.Handler;
import io.outputport.sandbox.http.Reply;
import io.outputport.sandbox.http.Request;
import java.util.Optional;
import java.util.function.Function;

/**
 * An endpoint for the admin only that takes one command.
 *
 * @param api runs it, or throws {@link Refused}
 */
record AdminEndpoint(Function<JsonNode, JsonNode> api, Authentication authentication) implements Handler {
    @Override
    public Reply handle(Request request) {
        try {
            if (!authentication.session(request, Optional.empty()).isAdmin()) {
                throw Refused.badRequest("access-denied", "restricted access : admin only");
            }
            return Reply.json(200, api.apply(request.json().orElseThrow(AdminEndpoint::notJson)));
        } catch (Refused refused) {
            return Reply.json(refused.status(), refused.toJson());
        }
    }

    static Refused notJson() {
        return Refused.badRequest("invalid-json", "Error in $: not a valid json value")
                .at("$");
    }
}
