package io.outputport.sandbox;

import io.outputport.sandbox.hasura.EngineSettings;
import io.outputport.sandbox.hasura.HasuraEngine;
import io.outputport.sandbox.hasura.graphql.GraphqlEngine;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The engine that answers as Hasura does, with the variables of the parts before it in its environment. */
record HasuraPart(Port port) implements Part {
    /** Known to everybody, like every password of the sandbox. */
    private static final String ADMIN_SECRET = "sandbox-admin-secret";

    @Override
    public String name() {
        return "hasura";
    }

    @Override
    public Started start(Offer soFar) throws IOException {
        EngineSettings settings = EngineSettings.of(ADMIN_SECRET).withEnvironment(soFar.hasura());
        settings = Optional.ofNullable(soFar.hasura().get(RoleMapperPart.WEBHOOK))
                .map(URI::create)
                .map(settings::withWebhook)
                .orElse(settings);
        HasuraEngine engine = HasuraEngine.start(port.number(), settings, GraphqlEngine::new);
        String url = engine.url().toString();
        Map<String, String> service =
                Map.of("HASURA_URL", url, "HASURA_PUBLIC_URL", url, "HASURA_ADMIN_SECRET", ADMIN_SECRET);
        return new Started(new Offer(Map.of("hasura", url, "adminSecret", ADMIN_SECRET), service, Map.of()), engine);
    }
}
