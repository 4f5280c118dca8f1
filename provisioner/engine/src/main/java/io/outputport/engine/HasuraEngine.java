package io.outputport.engine;

import io.outputport.engine.control.Control;
import io.outputport.engine.http.Handler;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Routes;
import io.outputport.engine.http.fault.Faults;
import io.outputport.engine.http.fault.StandardFaults;
import io.outputport.engine.http.server.LoopbackServer;
import io.outputport.engine.metadata.MetadataApi;
import io.outputport.engine.query.QueryApi;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.GraphqlAnswers;
import io.outputport.engine.source.ConnectionPools;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.connector.ConnectorKind;
import io.outputport.engine.source.postgres.PostgresKind;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * An engine that answers Hasura's metadata, GraphQL, health and version endpoints. Its metadata lives in memory: it
 * starts empty and is gone when the engine is closed.
 */
public final class HasuraEngine implements AutoCloseable {
    private final LoopbackServer server;
    private final ConnectionPools pools;

    private HasuraEngine(LoopbackServer server, ConnectionPools pools) {
        this.server = server;
        this.pools = pools;
    }

    /**
     * Listens on the loopback address at once.
     *
     * @param port 0 takes any free port
     * @param graphql makes the GraphQL side; it is given the database behind each source by the source's name
     * @throws IOException when the port is taken
     * @throws IllegalArgumentException when the settings contradict each other
     */
    public static HasuraEngine start(
            int port, EngineSettings settings, Function<Function<String, DataSource>, GraphqlAnswers> graphql)
            throws IOException {
        Control control = new Control(settings.pause());
        ServedKinds kinds = kinds(settings);
        MetadataApi api = new MetadataApi(kinds, control, settings.clock(), settings.version());
        ConnectionPools pools = new ConnectionPools();
        SourceDatabases databases = new SourceDatabases(api, control, pools);
        GraphqlAnswers answers = graphql.apply(databases);
        QueryApi queries = new QueryApi(api, databases::of, answers);
        Faults faults = Faults.of(StandardFaults.with(Map.of("conflict", delivery -> {
            Refused lost = api.loseRace();
            delivery.send(Reply.json(lost.status(), lost.toJson()));
        })));
        Routes routes = routes(settings, api, queries, answers)
                .on("GET", "/sandbox/stats", new SandboxEndpoints(control)::stats)
                .on("POST", "/sandbox/settings", new SandboxEndpoints(control)::settings);
        return new HasuraEngine(LoopbackServer.start(port, routes, faults, settings.pause()), pools);
    }

    public URI url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
        pools.close();
    }

    private static ServedKinds kinds(EngineSettings settings) {
        Optional<Function<String, SourceKind>> agents = settings.warehouse()
                .map(warehouse -> name -> new ConnectorKind(name, warehouse, settings.environment()));
        Map<String, SourceKind> kinds =
                new HashMap<>(Map.of("postgres", new PostgresKind(settings.environment(), settings.listsArrays())));
        agents.ifPresent(agent -> kinds.put("snowflake", agent.apply("snowflake")));
        return new ServedKinds(kinds, agents);
    }

    private static Routes routes(EngineSettings settings, MetadataApi api, QueryApi queries, GraphqlAnswers answers) {
        Authentication authentication = new Authentication(
                settings.adminSecret(), settings.webhook().map(Webhook::new), settings.unauthorizedRole());
        HealthEndpoints health = new HealthEndpoints(api, settings.version());
        Function<Handler, Handler> named = handler -> withRequestId(handler, settings.requestIds());
        return Routes.otherwise(
                        named.apply(request -> Reply.json(404, nothingThere().toJson())))
                .on("POST", "/v1/metadata", named.apply(CommandEndpoint.forAdmin(api::run, authentication)))
                .on("POST", "/v2/query", named.apply(new CommandEndpoint(queries::runV2, authentication)))
                .on("POST", "/v1/query", named.apply(new CommandEndpoint(queries::runV1, authentication)))
                .on(
                        "POST",
                        "/v1/graphql",
                        named.apply(new GraphqlEndpoint(api::schema, authentication, answers, false)))
                .on(
                        "POST",
                        "/v1alpha1/graphql",
                        named.apply(new GraphqlEndpoint(api::schema, authentication, answers, true)))
                .on("GET", "/v1alpha1/config", named.apply(new ConfigurationEndpoint(settings, authentication)))
                .on("GET", "/v1/version", named.apply(health::version))
                .on("GET", "/healthz", named.apply(health::health))
                .on("GET", "/hasura/healthz", named.apply(health::health));
    }

    private static Handler withRequestId(Handler handler, Supplier<UUID> ids) {
        return request -> handler.handle(request)
                .header(
                        "X-Request-Id",
                        request.header("x-request-id").orElseGet(() -> ids.get().toString()));
    }

    private static Refused nothingThere() {
        return Refused.of(404, "not-found", "resource does not exist").at("$");
    }
}
