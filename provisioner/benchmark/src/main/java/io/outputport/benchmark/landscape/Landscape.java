package io.outputport.benchmark.landscape;

import io.outputport.engine.EngineSettings;
import io.outputport.engine.HasuraEngine;
import io.outputport.engine.graphql.GraphqlEngine;
import io.outputport.sandbox.rolemapper.RoleMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A PostgreSQL with databases of the scenario's own, a role mapper, and an engine that is reached through a relay; all
 * on free ports of this machine.
 */
public final class Landscape implements AutoCloseable {
    private static final String ADMIN_SECRET = "benchmark-admin-secret";
    private static final String USER = "postgres";

    private final Parts parts = new Parts();
    private final EmbeddedPostgres postgres;
    private final RoleMapper roleMapper;
    private final HasuraEngine engine;
    private final ByteRelay relay;
    private final List<String> databases;

    /** @param databases the names of the databases that ports are in */
    private Landscape(Collection<String> databases) throws IOException {
        this.databases = List.copyOf(databases);
        try {
            postgres = parts.add(EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .start());
            roleMapper = parts.add(RoleMapper.start(0));
            engine = parts.add(HasuraEngine.start(0, engineSettings(), GraphqlEngine::new));
            relay = parts.add(ByteRelay.to(engine.url()));
        } catch (IOException | RuntimeException failed) {
            parts.closeAfter(failed);
            throw failed;
        }
    }

    public static Landscape start(Collection<String> databases) throws IOException, SQLException {
        Landscape landscape = new Landscape(databases);
        try {
            for (String database : landscape.databases) {
                landscape.run("postgres", List.of("CREATE DATABASE " + database));
            }
        } catch (SQLException | RuntimeException failed) {
            landscape.parts.closeAfter(failed);
            throw failed;
        }
        return landscape;
    }

    /** The engine itself; what is asked of it here is not counted as moved. */
    public Hasura hasura() {
        return new Hasura(engine.url(), ADMIN_SECRET);
    }

    /** Where those who are measured reach the engine. */
    public URI hasuraUrl() {
        return relay.url();
    }

    public String adminSecret() {
        return ADMIN_SECRET;
    }

    public URI roleMapperUrl() {
        return roleMapper.url();
    }

    /** All that went between the engine and those who are measured. */
    public long bytesMoved() {
        return relay.bytes();
    }

    /** The address of a database as Hasura's metadata holds it. */
    public String databaseUrl(String database) {
        return "postgres://%s:%s@127.0.0.1:%d/%s".formatted(USER, USER, postgres.getPort(), database);
    }

    /** What points a service at all of it. */
    public Map<String, String> serviceSettings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("HASURA_URL", relay.url().toString());
        settings.put("HASURA_ADMIN_SECRET", ADMIN_SECRET);
        settings.put("ROLE_MAPPER_URL", roleMapper.url().toString());
        settings.put(
                "POSTGRES_URL", "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), databases.get(0)));
        settings.put("POSTGRES_USER", USER);
        settings.put("POSTGRES_PASSWORD", USER);
        settings.put(
                "POSTGRES_SOURCES",
                databases.stream().map(name -> name + "=" + variable(name)).collect(Collectors.joining(",")));
        return settings;
    }

    /** Runs statements as one transaction; a database can only be created alone. */
    public void run(String database, List<String> statements) throws SQLException {
        try (Connection connection = postgres.getDatabase(USER, database).getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(statements.size() == 1);
            for (String sql : statements) {
                statement.addBatch(sql);
            }
            statement.executeBatch();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }

    private EngineSettings engineSettings() {
        return EngineSettings.of(ADMIN_SECRET)
                .withEnvironment(databases.stream().collect(Collectors.toMap(Landscape::variable, this::databaseUrl)))
                .withWebhook(URI.create(roleMapper.url() + "/v1/authenticate"));
    }

    private static String variable(String database) {
        return database.toUpperCase(Locale.ROOT) + "_URL";
    }
}
