package io.outputport.sandbox.snowflake;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A Snowflake account with one database HEALTH, for tests. */
public final class Account implements AutoCloseable {
    public static final String PASSWORD = "p&ss/w0rd%";
    public static final String TOKEN = "pat-1234";
    public static final KeyPair KEY = keyPair();

    private final EmbeddedPostgres server;
    private final SnowflakeEndpoint endpoint;

    private Account(EmbeddedPostgres server, SnowflakeEndpoint endpoint) {
        this.server = server;
        this.endpoint = endpoint;
    }

    public static Account start() throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        run(server, "postgres", "create database \"HEALTH\"", "create database \"low er\"");
        run(
                server,
                "HEALTH",
                "create schema \"VACC_0\"",
                """
                create table "VACC_0"."DOSES" (
                    "DAY" date not null, "PLACE" text not null, "GIVEN" numeric(38,0), "SHARE" double precision,
                    "AMOUNT" numeric(10,2), "DONE" boolean, "AT" timestamp, "ZONED" timestamptz,
                    primary key ("PLACE", "DAY"))""",
                """
                insert into "VACC_0"."DOSES" values
                    ('2021-03-01', 'IT', 12345678901234567890, 0.25, 12.50, true,
                     '2021-03-01 10:11:12.5', '2021-03-01 10:11:12+00'),
                    ('2021-03-02', 'it''s', null, null, null, false, null, null)""",
                "create view \"VACC_0\".\"CLEAN\" as select \"DAY\", \"GIVEN\" from \"VACC_0\".\"DOSES\"",
                "create view \"VACC_0\".\"kept\" as select 1 as \"one\"",
                "create view \"VACC_0\".\"KEPT\" as select 1 as \"ONE\", 2 as \"TWO\"",
                "create schema \"VACC_1\"",
                "create view \"VACC_1\".\"CLEAN\" as select \"DAY\" from \"VACC_0\".\"DOSES\"");
        run(server, "low er", "create schema \"s-1\"", "create view \"s-1\".\"V\" as select 1 as \"A\"");
        return new Account(
                server,
                SnowflakeEndpoint.start(
                        0,
                        new SnowflakeAccount(
                                "PROVISIONER", PASSWORD, TOKEN, Optional.of(KEY.getPublic()), "READER", "SMALL"),
                        Map.of(
                                "HEALTH",
                                server.getDatabase("postgres", "HEALTH"),
                                "low er",
                                server.getDatabase("postgres", "low er")),
                        Clock.systemUTC(),
                        UUID::randomUUID));
    }

    public String host() {
        return endpoint.host();
    }

    /** Arms a fault for the next request of that path. */
    public void arm(String path, String fault, long millis) {
        send(HttpRequest.newBuilder(faults())
                .POST(HttpRequest.BodyPublishers.ofString(
                        "[{\"path\":\"%s\",\"fault\":\"%s\",\"millis\":%d,\"times\":100}]"
                                .formatted(path, fault, millis)))
                .build());
    }

    public void mend() {
        send(HttpRequest.newBuilder(faults()).DELETE().build());
    }

    @Override
    public void close() throws IOException {
        endpoint.close();
        server.close();
    }

    private URI faults() {
        return endpoint.url().resolve("/sandbox/faults");
    }

    private static void send(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void run(EmbeddedPostgres server, String database, String... statements) throws SQLException {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
