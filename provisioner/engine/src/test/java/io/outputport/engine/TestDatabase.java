package io.outputport.engine;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One PostgreSQL for all tests of the engine; each test makes its own databases in it. */
public final class TestDatabase {
    private static final EmbeddedPostgres SERVER = start();

    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    /** A new, empty database. Several statements may be given. */
    public static TestDatabase named(String name, String... statements) {
        run("postgres", "DROP DATABASE IF EXISTS \"" + name + "\" WITH (FORCE)");
        run("postgres", "CREATE DATABASE \"" + name + "\"");
        TestDatabase database = new TestDatabase(name);
        database.run(statements);
        return database;
    }

    public String url() {
        return "postgres://postgres:postgres@localhost:" + port() + "/" + name;
    }

    public static int port() {
        return SERVER.getPort();
    }

    public void run(String... statements) {
        for (String statement : statements) {
            run(name, statement);
        }
    }

    private static void run(String database, String sql) {
        try (Connection connection = SERVER.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
