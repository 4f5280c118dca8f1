package io.outputport.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.http.Handler;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.Session;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An endpoint that takes one command.
 *
 * @param api runs it, or throws {@link Refused}
 */
record CommandEndpoint(BiFunction<Session, JsonNode, JsonNode> api, Authentication authentication) implements Handler {
    /** One that other roles may not use at all. */
    static CommandEndpoint forAdmin(Function<JsonNode, JsonNode> api, Authentication authentication) {
        return new CommandEndpoint(
                (session, body) -> {
                    if (!session.isAdmin()) {
                        throw Refused.badRequest("access-denied", "restricted access : admin only");
                    }
                    return api.apply(body);
                },
                authentication);
    }

    @Override
    public Reply handle(Request request) {
        try {
            Session session = authentication.session(request, Optional.empty());
            return Reply.json(200, api.apply(session, request.json().orElseThrow(CommandEndpoint::notJson)));
        } catch (Refused refused) {
            return Reply.json(refused.status(), refused.toJson());
        }
    }

    static Refused notJson() {
        return Refused.badRequest("invalid-json", "Error in $: not a valid json value")
                .at("$");
    }
}
