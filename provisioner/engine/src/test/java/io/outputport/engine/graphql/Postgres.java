package io.outputport.engine.graphql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One PostgreSQL for all tests of the package, with the tables of {@code library.sql}; nobody writes to them. It ends with
 * the process: where classes are shared out among processes, each class is a run of its own for JUnit.
 */
final class Postgres implements BeforeAllCallback {
    private static final Object LOCK = new Object();
    private static @Nullable EmbeddedPostgres server;

    static DataSource dataSource() {
        return Objects.requireNonNull(server).getPostgresDatabase();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, SQLException {
        synchronized (LOCK) {
            if (server == null) {
                server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(true)
                        .setCleanDataDirectory(true)
                        .start();
                load("library.sql");
            }
        }
    }

    private static void load(String resource) throws IOException, SQLException {
        try (InputStream script = Objects.requireNonNull(Postgres.class.getResourceAsStream(resource));
                Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
