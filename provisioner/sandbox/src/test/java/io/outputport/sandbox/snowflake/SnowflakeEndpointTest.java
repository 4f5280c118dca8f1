package io.outputport.sandbox.snowflake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.sandbox.snowflake.result.ResultFormat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The unmodified driver against the endpoint. */
class SnowflakeEndpointTest {
    private static Account account;

    @BeforeAll
    static void start() throws IOException, SQLException {
        account = Account.start();
    }

    @AfterAll
    static void stop() throws IOException {
        account.close();
    }

    @AfterEach
    void mend() {
        account.mend();
    }

    @Test
    void the_driver_logs_in_by_password_token_and_key_pair() throws SQLException {
        assertThat(one(login(Map.of("password", Account.PASSWORD)), "select 1")).isEqualTo("1");
        assertThat(one(login(Map.of("password", Account.TOKEN)), "select 1")).isEqualTo("1");
        assertThat(one(login(Map.of("authenticator", "PROGRAMMATIC_ACCESS_TOKEN", "token", Account.TOKEN)), "select 1"))
                .isEqualTo("1");
        assertThat(one(login(Map.of("privateKey", Account.KEY.getPrivate())), "select 1"))
                .isEqualTo("1");
    }

    @Test
    void a_wrong_secret_is_refused_at_once() {
        assertThat(refusal(Map.of("password", "wrong"))).isEqualTo(390_100);
        assertThat(refusal(Map.of("authenticator", "PROGRAMMATIC_ACCESS_TOKEN", "token", Account.PASSWORD)))
                .isEqualTo(390_100);
        assertThat(refusal(Map.of("password", Account.PASSWORD, "user", "SOMEBODY")))
                .isEqualTo(390_100);
        assertThat(refusal(Map.of("password", Account.PASSWORD, "role", "ACCOUNTADMIN")))
                .isEqualTo(390_189);
    }

    @Test
    void another_key_is_refused() throws Exception {
        var other = java.security.KeyPairGenerator.getInstance("RSA");
        other.initialize(2048);

        assertThat(refusal(Map.of("privateKey", other.generateKeyPair().getPrivate())))
                .isEqualTo(390_144);
    }

    @Test
    void a_session_without_a_warehouse_cannot_ask() throws SQLException {
        try (Connection connection = login(Map.of("password", Account.PASSWORD, "warehouse", "NONE"))) {
            assertThat(error(connection, "select 1").getErrorCode()).isEqualTo(606);
        }
    }

    @ParameterizedTest
    @EnumSource
    void values_come_back_in_their_types(ResultFormat format) throws SQLException {
        try (Connection connection = login(format);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from health.vacc_0.doses order by day")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getDate("DAY")).hasToString("2021-03-01");
            assertThat(row.getBigDecimal("GIVEN")).hasToString("12345678901234567890");
            assertThat(row.getDouble("SHARE")).isEqualTo(0.25);
            assertThat(row.getBigDecimal("AMOUNT")).hasToString("12.50");
            assertThat(row.getBoolean("DONE")).isTrue();
            assertThat(row.getTimestamp("AT").getTime()).isEqualTo(1_614_593_472_500L);
            assertThat(row.getTimestamp("ZONED").toInstant()).hasToString("2021-03-01T10:11:12Z");
            assertThat(row.getTime("HOUR")).hasToString("10:11:12");
            assertThat(row.getMetaData().getColumnTypeName(3)).isEqualTo("NUMBER");
            assertThat(row.next()).isTrue();
            assertThat(row.getString("PLACE")).isEqualTo("it's");
            assertThat(row.getBigDecimal("GIVEN")).isNull();
            assertThat(row.getObject("AT")).isNull();
            assertThat(row.next()).isFalse();
        }
    }

    @Test
    void rows_are_arrow_unless_the_session_asks_for_json() throws Exception {
        assertThat(formatSent("{}")).isEqualTo("arrow");
        assertThat(formatSent("{\"JDBC_QUERY_RESULT_FORMAT\":\"JSON\"}")).isEqualTo("json");
    }

    @ParameterizedTest
    @CsvSource({"JSON, 0", "JSON, 500", "JSON, 501", "JSON, 7777", "ARROW, 0", "ARROW, 500", "ARROW, 501", "ARROW, 7777"
    })
    void every_row_arrives_whether_at_once_or_in_chunks(ResultFormat format, int rows) throws SQLException {
        try (Connection connection = login(format);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select n, 'row ' || n from generate_series(1, " + rows + ") as s(n) order by n")) {
            int count = 0;
            while (found.next()) {
                count++;
                assertThat(found.getInt(1)).isEqualTo(count);
                assertThat(found.getString(2)).isEqualTo("row " + count);
            }
            assertThat(count).isEqualTo(rows);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_catalog_with_thousands_of_columns_is_read(ResultFormat format) throws SQLException {
        try (Connection connection = login(format);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select table_name, column_name from health.information_schema.columns
                        where table_schema = 'WIDE' order by table_name, ordinal_position""")) {
            List<String> columns = new ArrayList<>();
            while (found.next()) {
                columns.add(found.getString(1) + "." + found.getString(2));
            }
            assertThat(columns).hasSize(4 * Account.WIDE_COLUMNS).doesNotHaveDuplicates();
            assertThat(columns).startsWith("ALL.C0001").endsWith("COPY_3.C1600");
        }
    }

    @Test
    void bound_values_are_values_and_nothing_else() throws SQLException {
        try (Connection connection = login(Map.of("password", Account.PASSWORD, "db", "HEALTH", "schema", "VACC_0"));
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from doses where place = ? and day >= ?")) {
            statement.setString(1, "it's");
            statement.setString(2, "2021-01-01");
            assertThat(first(statement)).isEqualTo("1");
            statement.setString(1, "' or 1=1 --");
            assertThat(first(statement)).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select GIVEN from HEALTH.VACC_0.CLEAN where DAY = '2021-03-01'             | 12345678901234567890
            select "GIVEN" from "HEALTH"."VACC_0"."CLEAN" c order by c.day limit 1     | 12345678901234567890
            select "one" from health.vacc_0."kept"                                     | 1
            select a /* a comment */ from "low er"."s-1".v; -- another                 | 1
            select count(*) from health.information_schema.tables where table_schema like 'VACC%' | 5
            select table_type from health.information_schema.tables where table_name='DOSES' | BASE TABLE
            select data_type from health.information_schema.columns where column_name='ZONED' | TIMESTAMP_TZ
            select case when 1 = 1 then 'yes' else 'no' end                            | yes
            """)
    void names_follow_snowflakes_rules(String sql, String expected) throws SQLException {
        assertThat(one(login(Map.of("password", Account.PASSWORD)), sql)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            select 1 from nowhere.s.t                       | 2003 | Database 'NOWHERE' does not exist or not authorized.
            select 1 from health.vacc_0.nothing             | 2003 | does not exist or not authorized.
            select 1 from health.vacc_0."clean"             | 2003 | does not exist or not authorized.
            select nothing from health.vacc_0.clean         | 1003 | SQL compilation error
            drop table health.vacc_0.doses                  | 1003 | The sandbox answers SELECT
            select 1 from health.a.b, "low er".c.d          | 1003 | one database at a time
            """)
    void what_is_wrong_is_said_in_snowflakes_codes(String sql, int code, String words) throws SQLException {
        try (Connection connection = login(Map.of("password", Account.PASSWORD))) {
            SQLException error = error(connection, sql);

            assertThat(error.getErrorCode()).isEqualTo(code);
            assertThat(error.getMessage()).contains(words);
        }
    }

    @Test
    void primary_keys_are_shown_in_their_order() throws SQLException {
        try (Connection connection = login(Map.of("password", Account.PASSWORD));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("show primary keys in table \"HEALTH\".\"VACC_0\".\"DOSES\"")) {
            List<String> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(rows.getString("column_name"));
            }
            assertThat(columns).containsExactly("PLACE", "DAY");
        }
    }

    @Test
    void a_session_answers_that_it_is_alive() throws SQLException {
        try (Connection connection = login(Map.of("password", Account.PASSWORD))) {
            assertThat(connection.isValid(2)).isTrue();
        }
    }

    @Test
    void a_fault_can_be_armed_for_the_login() {
        account.arm("/session/v1/login-request", "wrong-password", 0);

        assertThat(refusal(Map.of("password", Account.PASSWORD))).isEqualTo(390_100);
    }

    @Test
    void a_fault_can_be_armed_for_questions() throws SQLException {
        try (Connection connection = login(Map.of("password", Account.PASSWORD))) {
            account.arm("/queries/v1/query-request", "unknown-database", 0);

            assertThat(error(connection, "select 1").getErrorCode()).isEqualTo(2003);
        }
    }

    @Test
    void an_ended_session_has_to_log_in_again() throws SQLException {
        Connection connection = login(Map.of("password", Account.PASSWORD));
        connection.close();

        assertThatThrownBy(() -> connection.createStatement().executeQuery("select 1"))
                .isInstanceOf(SQLException.class);
    }

    private static Connection login(ResultFormat format) throws SQLException {
        return login(Map.of("password", Account.PASSWORD, "JDBC_QUERY_RESULT_FORMAT", format.name()));
    }

    /** Asked without the driver, which does not tell. */
    private static String formatSent(String parameters) throws IOException, InterruptedException {
        JsonNode login = post(
                "/session/v1/login-request?warehouse=SMALL",
                "none",
                "{\"data\":{\"LOGIN_NAME\":\"PROVISIONER\",\"PASSWORD\":\"%s\",\"SESSION_PARAMETERS\":%s}}"
                        .formatted(Account.PASSWORD, parameters));
        JsonNode rows = post("/queries/v1/query-request", login.path("token").asText(), "{\"sqlText\":\"select 1\"}");
        return rows.path("queryResultFormat").asText();
    }

    private static JsonNode post(String path, String token, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(account.host() + path))
                .header("Authorization", "Snowflake Token=\"" + token + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body())
                .path("data");
    }

    private static int refusal(Map<String, Object> properties) {
        return catchThrowableOfType(SQLException.class, () -> login(properties).close())
                .getErrorCode();
    }

    private static SQLException error(Connection connection, String sql) {
        return catchThrowableOfType(
                SQLException.class, () -> connection.createStatement().executeQuery(sql));
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (connection;
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return first(statement);
        }
    }

    private static String first(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection login(Map<String, Object> given) throws SQLException {
        System.setProperty("net.snowflake.jdbc.loggerImpl", "net.snowflake.client.log.SLF4JLogger");
        Properties properties = new Properties();
        properties.putAll(Map.of("user", "provisioner", "role", "READER", "warehouse", "SMALL"));
        properties.putAll(Map.of("loginTimeout", "5", "disablePlatformDetection", "true"));
        properties.putAll(given);
        return DriverManager.getConnection("jdbc:snowflake://" + account.host() + "/", properties);
    }
}
