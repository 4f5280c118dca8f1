package io.outputport.sandbox.hasura;

import io.outputport.sandbox.hasura.metadata.MetadataApi;
import io.outputport.sandbox.hasura.refusal.Refused;
import io.outputport.sandbox.http.Handler;
import io.outputport.sandbox.http.Reply;
import io.outputport.sandbox.http.Request;
import java.util.Optional;

/** {@code POST /v1/metadata}, for the admin only. */
record MetadataEndpoint(MetadataApi api, Authentication authentication) implements Handler {
    @Override
    public Reply handle(Request request) {
        try {
            if (!authentication.session(request, Optional.empty()).isAdmin()) {
                throw Refused.badRequest("access-denied", "restricted access : admin only");
            }
            return Reply.json(200, api.run(request.json().orElseThrow(MetadataEndpoint::notJson)));
        } catch (Refused refused) {
            return Reply.json(refused.status(), refused.toJson());
        }
    }

    static Refused notJson() {
        return Refused.badRequest("invalid-json", "Error in $: not a valid json value")
                .at("$");
    }
}
