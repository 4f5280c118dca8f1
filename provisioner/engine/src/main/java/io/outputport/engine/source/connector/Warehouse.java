package io.outputport.engine.source.connector;

import io.outputport.engine.source.PostgresAddress;
import io.outputport.engine.source.SourceFailure;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The PostgreSQL that plays the warehouse: a database of the same name for each of the warehouse's databases.
 *
 * @param server {@code postgres://user:password@host:port}, the login that rows are read with
 * @param passwords by user, what a JDBC URL must log in with; a login by key is not checked; empty checks nobody
 */
public record Warehouse(URI server, Map<String, String> passwords) {
    public Warehouse {
        passwords = Map.copyOf(passwords);
    }

    PostgresAddress database(JdbcUrl url) throws SourceFailure {
        boolean byPassword = url.parameter("private_key_file").isEmpty();
        String expected = passwords.get(url.parameter("user").orElse(""));
        boolean known =
                expected != null && expected.equals(url.parameter("password").orElse(""));
        if (byPassword && !passwords.isEmpty() && !known) {
            throw new SourceFailure(
                    "Error in Data Connector backend: Incorrect username or password was specified.", "");
        }
        String database = url.identifier("db", "database")
                .orElseThrow(() -> new SourceFailure("Error in Data Connector backend: the JDBC URL has no db", ""));
        String root = server.toString().replaceFirst("/$", "");
        return PostgresAddress.of(
                root + "/" + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** Hides the login. */
    @Override
    public String toString() {
        return "Warehouse[" + server.getHost() + ":" + server.getPort() + "]";
    }
}
