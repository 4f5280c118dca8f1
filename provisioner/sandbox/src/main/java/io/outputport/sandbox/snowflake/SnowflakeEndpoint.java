package io.outputport.sandbox.snowflake;

import io.outputport.engine.http.Pause;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Routes;
import io.outputport.engine.http.fault.FaultAction;
import io.outputport.engine.http.fault.Faults;
import io.outputport.engine.http.fault.StandardFaults;
import io.outputport.engine.http.server.LoopbackServer;
import io.outputport.sandbox.snowflake.result.Chunks;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** One Snowflake account over plain HTTP on the loopback address. */
public final class SnowflakeEndpoint implements AutoCloseable {
    private static final Map<String, FaultAction> FAULTS = StandardFaults.with(Map.of(
            "wrong-password", delivery -> delivery.send(Envelope.of(Refusal.wrongLogin())),
            "unknown-database", delivery -> delivery.send(Envelope.of(Refusal.noDatabase("UNKNOWN")))));

    private final LoopbackServer server;

    private SnowflakeEndpoint(LoopbackServer server) {
        this.server = server;
    }

    /**
     * Listens at once.
     *
     * @param port 0 takes any free port
     * @param databases the PostgreSQL database behind each Snowflake database, by its exact name
     * @param clock judges the age of key pair tokens
     * @param ids names sessions and queries
     * @throws IOException when the port is taken
     */
    public static SnowflakeEndpoint start(
            int port, SnowflakeAccount account, Map<String, DataSource> databases, Clock clock, Supplier<UUID> ids)
            throws IOException {
        Sessions sessions = new Sessions(ids);
        Chunks chunks = new Chunks(ids);
        LoginEndpoint login = new LoginEndpoint(account, sessions, clock);
        QueryEndpoint query = new QueryEndpoint(sessions, Map.copyOf(databases), chunks, ids);
        Routes routes = Routes.otherwise(request -> Reply.text(404, "Snowflake has no such resource\n"))
                .on("POST", "/session/v1/login-request", login::login)
                .on("POST", "/queries/v1/query-request", query::query)
                .on("GET", Chunks.route(), chunks::fetch)
                .on("POST", "/queries/v1/abort-request", request -> Envelope.empty())
                .on("POST", "/session/heartbeat", request -> Envelope.empty())
                .on("POST", "/telemetry/send", request -> Envelope.empty())
                .on("POST", "/session", request -> {
                    sessions.end(request);
                    return Envelope.empty();
                });
        return new SnowflakeEndpoint(LoopbackServer.start(port, routes, Faults.of(FAULTS), Pause.real()));
    }

    public URI url() {
        return server.url();
    }

    /** For {@code SNOWFLAKE_HOST}; the scheme tells the driver to do without TLS. */
    public String host() {
        return url().toString();
    }

    @Override
    public void close() {
        server.close();
    }
}
