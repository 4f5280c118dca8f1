package io.outputport.provisioner.source.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.source.TableFacts.Column;
import io.outputport.provisioner.descriptor.type.ColumnType;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.descriptor.type.TypeSize;
import io.outputport.provisioner.source.jdbc.SourceWatch;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresFactsTest {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        run(
                "create database stock",
                "create role reader login password 's3cret'",
                "create schema sales",
                """
                create table sales.line (
                    day date not null, "Order No" bigint not null, note varchar(40), dropped int,
                    amount numeric(10,2) default 0, tags text[], at timestamptz,
                    primary key ("Order No", day) include (amount))""",
                "alter table sales.line drop column dropped",
                "create view sales.clean as select day, amount from sales.line",
                "create materialized view sales.monthly as select day from sales.line",
                "create table sales.parted (id int primary key) partition by range (id)",
                "create table sales.nothing ()",
                "create type sales.mood as enum ('glad', 'sad')",
                "create domain sales.price as numeric(8,3)",
                """
                create table sales.typed (
                    small smallint, whole int, code char(3), feeling sales.mood, price sales.price, counts int[],
                    open boolean, ratio real, body jsonb)""",
                "create type sales.\"order-status\" as enum ('open')",
                "create type sales.\"a.b\" as (x int)",
                """
                create table sales.odd (
                    status sales."order-status" primary key, past sales."order-status"[], pair sales."a.b",
                    grid int[][], constraint "UK-1" unique (past))""",
                "comment on column sales.typed.price is 'net of tax'",
                "create table sales.\"Odd; name & é\" (\"select\" int, \"a b\" int)");
        allowReaderByPasswordOnly();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void a_table_has_its_columns_in_order_with_types_and_key() {
        TableFacts facts = found("line");

        assertThat(facts.view()).isFalse();
        assertThat(facts.columns())
                .containsExactly(
                        column("day", "date", TypeSize.UNBOUNDED, false),
                        column("Order No", "bigint", TypeSize.UNBOUNDED, false),
                        column("note", "character varying", TypeSize.ofLength(40), true),
                        column("amount", "numeric", TypeSize.ofDigits(10, 2), true),
                        column("tags", "text[]", TypeSize.UNBOUNDED, true),
                        column("at", "timestamp with time zone", TypeSize.UNBOUNDED, true));
        assertThat(facts.primaryKey()).containsExactly("Order No", "day");
    }

    @Test
    void views_of_both_kinds_are_views_without_a_key() {
        assertThat(found("clean"))
                .isEqualTo(new TableFacts(
                        table("clean"),
                        true,
                        List.of(
                                column("day", "date", TypeSize.UNBOUNDED, true),
                                column("amount", "numeric", TypeSize.ofDigits(10, 2), true)),
                        List.of()));
        assertThat(found("monthly").view()).isTrue();
    }

    @Test
    void types_are_told_in_the_words_of_openmetadata_and_of_hasura() {
        assertThat(found("typed").columns())
                .extracting(
                        Column::name,
                        column -> column.type().dataType(),
                        column -> column.type().scalar())
                .containsExactly(
                        tuple("small", DataType.SMALLINT, "smallint"),
                        tuple("whole", DataType.INT, "Int"),
                        tuple("code", DataType.CHAR, "bpchar"),
                        tuple("feeling", DataType.UNKNOWN, "mood"),
                        tuple("price", DataType.NUMERIC, "numeric"),
                        tuple("counts", DataType.ARRAY, "_int4"),
                        tuple("open", DataType.BOOLEAN, "Boolean"),
                        tuple("ratio", DataType.FLOAT, "Float"),
                        tuple("body", DataType.JSON, "jsonb"));
    }

    @Test
    void a_domain_counts_as_its_base_and_an_array_tells_its_elements() {
        Column price = column("typed", "price");

        assertThat(price.type().size()).isEqualTo(TypeSize.ofDigits(8, 3));
        assertThat(price.comment()).contains("net of tax");
        assertThat(column("typed", "counts").type().elements()).contains(DataType.INT);
    }

    @Test
    void types_have_the_names_of_the_catalog_whatever_stands_in_them() {
        assertThat(found("odd").columns())
                .extracting(
                        column -> column.type().scalar(),
                        column -> column.type().elementScalar())
                .containsExactly(
                        tuple("order-status", Optional.empty()),
                        tuple("_order-status", Optional.of("order-status")),
                        tuple("a.b", Optional.empty()),
                        tuple("_int4", Optional.of("Int")));
    }

    @Test
    void a_table_tells_its_unique_constraints_and_a_view_has_none() {
        assertThat(found("odd").constraints()).containsExactly("UK-1", "odd_pkey");
        assertThat(found("clean").constraints()).isEmpty();
    }

    @Test
    void a_partitioned_table_is_a_table() {
        assertThat(found("parted").primaryKey()).containsExactly("id");
    }

    @Test
    void a_table_may_have_no_columns() {
        assertThat(found("nothing").columns()).isEmpty();
    }

    @Test
    void odd_names_are_found_as_they_are() {
        assertThat(found("Odd; name & é").columns()).extracting(Column::name).containsExactly("select", "a b");
    }

    @Test
    void what_is_not_there_is_done_and_empty() {
        assertThat(facts(settings("s3cret"), table("absent"))).isEqualTo(Outcome.done(Optional.empty()));
        assertThat(facts(settings("s3cret"), table("line_pkey"))).isEqualTo(Outcome.done(Optional.empty()));
    }

    @Test
    void another_letter_case_is_refused_with_the_right_one() {
        assertThat(problem(facts(settings("s3cret"), table("CLEAN"))).sentence())
                .isEqualTo("There is no table or view sales.CLEAN in the database postgres, but there is sales.clean."
                        + " Letter case counts: write schema and viewName or tableName exactly as they are.");
    }

    @Test
    void another_listed_database_is_asked_on_the_same_server() {
        SourceTable inStock = new SourceTable("postgres", "stock", "pg_catalog", "pg_class");

        assertThat(facts(settings("s3cret"), inStock).isDone()).isTrue();
    }

    @Test
    void a_listed_database_that_does_not_exist_stops() {
        Problem problem = problem(facts(settings("s3cret"), new SourceTable("postgres", "ghost", "s", "t")));

        assertThat(problem.message())
                .isEqualTo("The PostgreSQL database ghost on localhost:" + server.getPort()
                        + " does not exist (SQLSTATE 3D000).");
    }

    @Test
    void a_wrong_password_stops_and_names_neither_user_nor_password() {
        Outcome<Optional<TableFacts>> outcome = facts(settings("wr0ng"), table("line"));

        assertThat(problem(outcome).code().id()).isEqualTo("postgres-refused");
        assertThat(problem(outcome).message()).doesNotContain("reader", "wr0ng");
    }

    @Test
    void a_closed_port_is_tried_again_later() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        Outcome<Optional<TableFacts>> outcome = facts(settings(port, "s3cret", "2s"), table("line"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Later.class, later -> {
            assertThat(later.after()).isEqualTo(Duration.ofSeconds(10));
            assertThat(later.problem().message())
                    .isEqualTo("The PostgreSQL database postgres on localhost:" + port
                            + " cannot be asked now (SQLSTATE 08001).");
        });
    }

    @Test
    void a_server_that_never_answers_is_left_after_the_time_out() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();

            Outcome<Optional<TableFacts>> outcome =
                    facts(settings(silent.getLocalPort(), "s3cret", "1s"), table("line"));

            assertThat(outcome).isInstanceOf(Outcome.Later.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(2));
        }
    }

    @Test
    void a_locked_catalog_is_left_after_the_time_out() throws SQLException {
        try (Connection holder = server.getPostgresDatabase().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table pg_catalog.pg_constraint in access exclusive mode");

            assertThat(facts(settings(server.getPort(), "s3cret", "1s"), table("line")))
                    .isInstanceOf(Outcome.Later.class);

            holder.rollback();
        }
    }

    private static TableFacts found(String name) {
        return facts(settings("s3cret"), table(name))
                .match(
                        facts -> facts.orElseThrow(),
                        (after, problem) -> {
                            throw new AssertionError(problem.sentence());
                        },
                        problems -> {
                            throw new AssertionError(problems.toString());
                        });
    }

    private static Problem problem(Outcome<Optional<TableFacts>> outcome) {
        return ((Outcome.Stopped<Optional<TableFacts>>) outcome).problems().get(0);
    }

    private static Outcome<Optional<TableFacts>> facts(PostgresSettings settings, SourceTable table) {
        try (PostgresTechnology postgres = new PostgresTechnology(settings, SourceWatch.nobody())) {
            return postgres.facts(table);
        }
    }

    private static SourceTable table(String name) {
        return new SourceTable("postgres", "postgres", "sales", name);
    }

    private static PostgresSettings settings(String password) {
        return settings(server.getPort(), password, "30s");
    }

    private static PostgresSettings settings(int port, String password, String timeout) {
        return PostgresSettings.from(Settings.of(Map.of(
                        "POSTGRES_URL",
                        "jdbc:postgresql://localhost:" + port + "/postgres",
                        "POSTGRES_USER",
                        "reader",
                        "POSTGRES_PASSWORD",
                        password,
                        "POSTGRES_SOURCES",
                        "postgres=A,stock=B,ghost=C",
                        "SOURCE_TIMEOUT",
                        timeout)))
                .orElseThrow();
    }

    /** The embedded server trusts every login; this one user has to give a password, as on a real server. */
    private static void allowReaderByPasswordOnly() throws IOException, SQLException {
        Path rules = Path.of(ask("show hba_file"));
        Files.writeString(rules, "host all reader all scram-sha-256\n" + Files.readString(rules));
        run("select pg_reload_conf()");
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static Column column(String table, String name) {
        return found(table).columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(String name, String type, TypeSize size, boolean nullable) {
        ColumnType known = PostgresTypes.TABLE.of(type, size);
        boolean array = type.endsWith("[]");
        ColumnType exact = known.shownAs(known.scalar(), array ? Optional.of("String") : Optional.empty());
        return new Column(name, exact, nullable, Optional.empty());
    }
}
