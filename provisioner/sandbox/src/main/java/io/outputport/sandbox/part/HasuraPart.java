package io.outputport.sandbox.part;

import io.outputport.engine.EngineSettings;
import io.outputport.engine.HasuraEngine;
import io.outputport.engine.graphql.GraphqlEngine;
import io.outputport.engine.schema.HasuraVersion;
import io.outputport.engine.source.connector.Warehouse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The engine that answers as Hasura does, with the variables of the parts before it in its environment. */
public record HasuraPart(Port port, HasuraVersion version) implements Part {
    /** Known to everybody, like every password of the sandbox. */
    private static final String ADMIN_SECRET = "sandbox-admin-secret";

    @Override
    public String name() {
        return "hasura";
    }

    @Override
    public Started start(Offer soFar) throws IOException {
        HasuraEngine engine = HasuraEngine.start(port.number(), settings(soFar), GraphqlEngine::new);
        String url = engine.url().toString();
        Map<String, String> service =
                Map.of("HASURA_URL", url, "HASURA_PUBLIC_URL", url, "HASURA_ADMIN_SECRET", ADMIN_SECRET);
        return new Started(new Offer(Map.of("hasura", url, "adminSecret", ADMIN_SECRET), service, Map.of()), engine);
    }

    private EngineSettings settings(Offer soFar) {
        EngineSettings plain =
                EngineSettings.of(ADMIN_SECRET).withVersion(version).withEnvironment(soFar.hasura());
        EngineSettings asking = Optional.ofNullable(soFar.hasura().get(RoleMapperPart.WEBHOOK))
                .map(hook -> plain.withWebhook(URI.create(hook)))
                .orElse(plain);
        return warehouse(soFar).map(asking::withWarehouse).orElse(asking);
    }

    /** The agent of {@code snowflake} sources reads the rows of the same PostgreSQL that the Snowflake endpoint serves. */
    private static Optional<Warehouse> warehouse(Offer soFar) {
        Map<String, String> service = soFar.service();
        return soFar.hasura().values().stream()
                .filter(value -> value.startsWith("postgres://") && service.containsKey("SNOWFLAKE_USER"))
                .findFirst()
                .map(url -> new Warehouse(
                        URI.create(url.replaceFirst("/[^/]*$", "")),
                        Map.of(
                                service.getOrDefault("SNOWFLAKE_USER", ""),
                                service.getOrDefault("SNOWFLAKE_PASSWORD", ""))));
    }
}
