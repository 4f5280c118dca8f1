package io.outputport.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Handler;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.engine.refusal.Refused;
import java.util.Optional;

/** How the server was started, for its administrator. */
record ConfigurationEndpoint(EngineSettings settings, Authentication authentication) implements Handler {
    @Override
    public Reply handle(Request request) {
        try {
            if (!authentication.session(request, Optional.empty()).isAdmin()) {
                throw Refused.badRequest("access-denied", "restricted access : admin only")
                        .at("$");
            }
        } catch (Refused refused) {
            return Reply.json(refused.status(), refused.toJson());
        }
        ObjectNode configuration = JsonNodeFactory.instance
                .objectNode()
                .put("version", settings.version().text())
                .put("is_admin_secret_set", true)
                .put("is_auth_hook_set", settings.webhook().isPresent())
                .put("is_jwt_set", false);
        settings.experimentalFeatures().forEach(configuration.putArray("experimental_features")::add);
        return Reply.json(200, configuration);
    }
}
