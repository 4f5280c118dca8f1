package io.outputport.provisioner.source.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SourceConnectionsTest {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void a_driver_that_does_not_come_back_holds_the_caller_no_longer_than_the_time_out() throws SQLException {
        CountDownLatch stuck = new CountDownLatch(1);
        try (SourceConnections connections = connections("postgres", Duration.ofSeconds(6))) {
            ask(connections, SourceConnectionsTest::one);

            assertThatThrownBy(() -> ask(connections, connection -> hang(stuck)))
                    .isInstanceOf(SQLTimeoutException.class);

            assertThat(ask(connections, SourceConnectionsTest::one)).isEqualTo(1);
            assertThatThrownBy(() -> ask(connections, connection -> hang(stuck)))
                    .isInstanceOf(SQLTimeoutException.class);
            assertThatThrownBy(() -> ask(connections, SourceConnectionsTest::one))
                    .as("both connections are taken")
                    .isInstanceOf(SQLTimeoutException.class);
        } finally {
            stuck.countDown();
        }
    }

    private static String hang(CountDownLatch latch) {
        awaitUninterruptibly(latch);
        return "too late";
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException ignored) {
                // As a driver in a socket read would.
            }
        }
    }

    @Test
    void a_question_that_fails_gives_its_place_back() throws SQLException {
        try (SourceConnections connections = connections("postgres")) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> ask(connections, connection -> {
                            throw new SQLException("a question that fails");
                        }))
                        .hasMessage("a question that fails");
            }

            assertThat(ask(connections, SourceConnectionsTest::one)).isEqualTo(1);
        }
    }

    @Test
    void a_database_that_was_silent_five_times_is_left_in_peace() throws SQLException {
        try (SourceConnections connections = connections("postgres", Duration.ofSeconds(20), Duration.ofHours(1))) {
            assertThat(askedInVain(connections)).isEqualTo(5);
        }
    }

    @Test
    void it_is_asked_again_after_its_rest() throws SQLException {
        try (SourceConnections connections = connections("postgres", Duration.ofSeconds(20), Duration.ofMillis(300))) {
            assertThat(askedInVain(connections)).isBetween(5, 7);

            await().ignoreExceptions().until(() -> ask(connections, SourceConnectionsTest::one) == 1);
            assertThat(ask(connections, SourceConnectionsTest::one)).isEqualTo(1);
        }
    }

    /** How many of seven questions got through to a database that breaks off each. */
    private static int askedInVain(SourceConnections connections) {
        AtomicInteger asked = new AtomicInteger();
        for (int i = 0; i < 7; i++) {
            assertThatThrownBy(() -> ask(connections, connection -> {
                        asked.incrementAndGet();
                        throw new SQLException("the connection broke", "08006");
                    }))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            it -> assertThat(it.getSQLState()).startsWith("08"));
        }
        return asked.get();
    }

    @Test
    void connections_are_opened_read_only() throws SQLException {
        try (SourceConnections connections = connections("postgres")) {
            assertThatThrownBy(() -> ask(connections, connection -> {
                        try (Statement statement = connection.createStatement()) {
                            return statement.execute("create table t ()");
                        }
                    }))
                    .hasMessageContaining("read-only");
        }
    }

    @Test
    void a_refused_login_is_tried_once_and_works_again_when_it_is_mended() throws SQLException {
        try (SourceConnections connections = connections("later")) {
            assertThatThrownBy(() -> ask(connections, SourceConnectionsTest::one))
                    .hasMessageContaining("later");
            create("later");

            assertThat(ask(connections, SourceConnectionsTest::one)).isEqualTo(1);
        }
    }

    @Test
    void nothing_stays_open_after_closing_and_nothing_is_asked() throws SQLException {
        create("closing");
        SourceConnections closed;
        try (SourceConnections connections = connections("closing")) {
            ask(connections, SourceConnectionsTest::one);
            closed = connections;
        }

        assertThatThrownBy(() -> ask(closed, SourceConnectionsTest::one)).isInstanceOf(SQLTimeoutException.class);
        try (Connection admin = server.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            assertThat(statement.execute("drop database closing")).isFalse();
        }
    }

    private static void create(String database) throws SQLException {
        try (Connection admin = server.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + database);
        }
    }

    private static int one(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select 1")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static SourceConnections connections(String database) {
        return connections(database, Duration.ofSeconds(30));
    }

    private static SourceConnections connections(String database, Duration timeout) {
        return connections(database, timeout, Duration.ofSeconds(5));
    }

    private static SourceConnections connections(String database, Duration timeout, Duration rest) {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("readOnlyMode", "always");
        DriverSource source =
                new DriverSource("org.postgresql.Driver", server.getJdbcUrl("postgres", database), properties);
        return new SourceConnections(source, timeout, SourceWatch.nobody(), rest);
    }

    private static <T> T ask(SourceConnections connections, SourceConnections.Question<T> question)
            throws SQLException {
        return connections.ask("postgres", "nothing", question);
    }
}
