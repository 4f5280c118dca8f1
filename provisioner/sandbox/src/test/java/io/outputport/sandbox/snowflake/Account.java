package io.outputport.sandbox.snowflake;

import io.outputport.sandbox.snowflake.result.ResultFormat;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Snowflake account with one database HEALTH, for tests. */
public final class Account implements AutoCloseable {
    public static final String PASSWORD = "p&ss/w0rd%";
    public static final String TOKEN = "pat-1234";
    public static final KeyPair KEY = keyPair();

    public static final int WIDE_COLUMNS = 1600;

    private final EmbeddedPostgres server;
    private final SnowflakeEndpoint endpoint;
    private final SnowflakeEndpoint arrow;

    private Account(EmbeddedPostgres server, SnowflakeEndpoint endpoint, SnowflakeEndpoint arrow) {
        this.server = server;
        this.endpoint = endpoint;
        this.arrow = arrow;
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
                    "AMOUNT" numeric(10,2), "DONE" boolean, "AT" timestamp, "ZONED" timestamptz, "HOUR" time,
                    primary key ("PLACE", "DAY"))""",
                """
                insert into "VACC_0"."DOSES" values
                    ('2021-03-01', 'IT', 12345678901234567890, 0.25, 12.50, true,
                     '2021-03-01 10:11:12.5', '2021-03-01 10:11:12+00', '10:11:12'),
                    ('2021-03-02', 'it''s', null, null, null, false, null, null, null)""",
                "create view \"VACC_0\".\"CLEAN\" as select \"DAY\", \"GIVEN\" from \"VACC_0\".\"DOSES\"",
                "create view \"VACC_0\".\"kept\" as select 1 as \"one\"",
                "create view \"VACC_0\".\"KEPT\" as select 1 as \"ONE\", 2 as \"TWO\"",
                wide(),
                "create schema \"VACC_1\"",
                "create view \"VACC_1\".\"CLEAN\" as select \"DAY\" from \"VACC_0\".\"DOSES\"");
        run(server, "low er", "create schema \"s-1\"", "create view \"s-1\".\"V\" as select 1 as \"A\"");
        return new Account(
                server, endpoint(server, Optional.empty()), endpoint(server, Optional.of(ResultFormat.ARROW)));
    }

    private static SnowflakeEndpoint endpoint(EmbeddedPostgres server, Optional<ResultFormat> format)
            throws IOException {
        return SnowflakeEndpoint.start(
                0,
                new SnowflakeAccount(
                        "PROVISIONER", PASSWORD, TOKEN, Optional.of(KEY.getPublic()), "READER", "SMALL", format),
                Map.of(
                        "HEALTH",
                        server.getDatabase("postgres", "HEALTH"),
                        "low er",
                        server.getDatabase("postgres", "low er")),
                Clock.systemUTC(),
                UUID::randomUUID);
    }

    /** Where the same account answers in Arrow, whatever it is asked for. */
    public String arrowHost() {
        return arrow.host();
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
        arrow.close();
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

    /** As many columns as PostgreSQL can hold, among tables that bring the schema to thousands. */
    private static String wide() {
        String columns = IntStream.rangeClosed(1, WIDE_COLUMNS)
                .mapToObj("\"C%04d\" integer"::formatted)
                .collect(Collectors.joining(", "));
        String copies = IntStream.rangeClosed(1, 3)
                .mapToObj("create view \"WIDE\".\"COPY_%d\" as select * from \"WIDE\".\"ALL\""::formatted)
                .collect(Collectors.joining("; "));
        return "create schema \"WIDE\"; create table \"WIDE\".\"ALL\" (" + columns + "); " + copies;
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
