package io.outputport.sandbox;

import io.outputport.sandbox.hasura.EngineSettings;
import io.outputport.sandbox.hasura.HasuraEngine;
import io.outputport.sandbox.hasura.graphql.GraphqlEngine;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The engine that answers as Hasura does. */
record HasuraPart(Port port) implements Part {
    private static final String ADMIN_SECRET = "sandbox-admin-secret";

    @Override
    public String name() {
        return "hasura";
    }

    @Override
    public Started start(Offer soFar) throws IOException {
        EngineSettings settings = EngineSettings.of(ADMIN_SECRET).withEnvironment(soFar.hasura());
        HasuraEngine engine = HasuraEngine.start(
                port.number(),
                Optional.ofNullable(soFar.hasura().get("HASURA_GRAPHQL_AUTH_HOOK"))
                        .map(hook -> settings.withWebhook(URI.create(hook)))
                        .orElse(settings),
                GraphqlEngine::new);
        String url = engine.url().toString();
        return new Started(
                new Offer(
                        Map.of("hasura", url, "adminSecret", ADMIN_SECRET),
                        Map.of("HASURA_URL", url, "HASURA_ADMIN_SECRET", ADMIN_SECRET, "HASURA_PUBLIC_URL", url),
                        Map.of()),
                engine);
    }
}
