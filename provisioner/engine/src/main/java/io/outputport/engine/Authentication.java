package io.outputport.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.http.Request;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds out who asks: the admin secret first, else the webhook, else the role of those who show nothing. */
record Authentication(String adminSecret, Optional<Webhook> webhook, Optional<String> unauthorizedRole) {
    private static final String ROLE = "x-hasura-role";

    /**
     * @param graphql the body of a GraphQL request, for the webhook
     * @throws Refused with path {@code $} when nobody vouches for the caller
     */
    Session session(Request request, Optional<JsonNode> graphql) {
        Optional<String> secret =
                request.header("x-hasura-admin-secret").or(() -> request.header("x-hasura-access-key"));
        if (secret.isEmpty()) {
            return webhook.map(hook -> hook.ask(request, graphql))
                    .or(() -> unauthorizedRole.map(role -> session(request.headers(), role)))
                    .orElseThrow(() -> denied("x-hasura-admin-secret/x-hasura-access-key required, but not found"));
        }
        if (!matches(secret.get())) {
            throw denied("invalid x-hasura-admin-secret/x-hasura-access-key");
        }
        return session(request.headers(), request.header(ROLE).orElse(Session.ADMIN));
    }

    /** @param variables names in any case; those that are no session variables are left out */
    static Session session(Map<String, String> variables, String role) {
        Map<String, String> kept = new HashMap<>();
        variables.forEach((name, value) -> {
            if (name.startsWith("x-hasura-") && !name.endsWith("-secret") && !name.endsWith("-access-key")) {
                kept.put(name, value);
            }
        });
        kept.put(ROLE, role);
        return new Session(role, kept);
    }

    /** Takes the same time for every wrong secret. */
    private boolean matches(String secret) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8), adminSecret.getBytes(StandardCharsets.UTF_8));
    }

    private static Refused denied(String message) {
        return Refused.of(401, "access-denied", message).at("$");
    }
}
