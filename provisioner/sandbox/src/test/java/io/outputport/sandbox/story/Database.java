package io.outputport.sandbox.story;

import io.outputport.engine.source.PostgresAddress;
import io.outputport.sandbox.postgres.Login;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** A database of the sandbox, in which a story makes objects of its own. */
record Database(PostgresAddress address) {
    /** @param jdbcUrl of any database of the same server */
    static Database beside(String jdbcUrl, String name) {
        String hostAndPort = jdbcUrl.replaceFirst("jdbc:postgresql://([^/]+)/.*", "$1");
        return new Database(PostgresAddress.at(hostAndPort, name, Login.OWNER.user(), Login.OWNER.password()));
    }

    /** The server with the login, as a URL without a database. */
    URI server() {
        String hostAndPort = address.jdbcUrl().replaceFirst("jdbc:postgresql://([^/]+)/.*", "$1");
        return URI.create("postgres://" + address.user() + ":" + address.password() + "@" + hostAndPort);
    }

    void run(String... statements) {
        try (Connection connection = address.open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(Arrays.toString(statements), failed);
        }
    }

    /** Makes a schema with one view over the sample's rows. */
    void view(String schema, String view, String columns, String where) {
        run(
                "create schema if not exists \"%s\"".formatted(schema),
                "create view \"%s\".\"%s\" as select %s from \"VACCINATIONS_0\".\"VACCINATIONS_CLEAN\" where %s"
                        .formatted(schema, view, columns, where));
    }
}
