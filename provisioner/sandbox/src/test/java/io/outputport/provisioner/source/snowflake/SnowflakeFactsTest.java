package io.outputport.provisioner.source.snowflake;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.settings.Settings;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.source.TableFacts.Column;
import io.outputport.provisioner.descriptor.type.TypeSize;
import io.outputport.provisioner.source.jdbc.SourceWatch;
import io.outputport.sandbox.snowflake.Account;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service's facts with the real driver; here, since the endpoint it asks is part of the sandbox. */
class SnowflakeFactsTest {
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
    void a_view_has_its_columns_in_order_and_no_key() {
        assertThat(found("HEALTH", "VACC_0", "CLEAN"))
                .isEqualTo(new TableFacts(
                        new SourceTable("snowflake", "HEALTH", "VACC_0", "CLEAN"),
                        true,
                        List.of(
                                column("DAY", "DATE", TypeSize.UNBOUNDED, true),
                                column("GIVEN", "NUMBER", TypeSize.ofDigits(38, 0), true)),
                        List.of()));
    }

    @Test
    void a_table_has_its_key_in_the_order_of_the_key() {
        TableFacts facts = found("HEALTH", "VACC_0", "DOSES");

        assertThat(facts.view()).isFalse();
        assertThat(facts.primaryKey()).containsExactly("PLACE", "DAY");
        assertThat(facts.columns()).contains(column("PLACE", "TEXT", TypeSize.ofLength(16777216), false));
    }

    @ParameterizedTest
    @CsvSource({
        "health, vacc_0, clean,   HEALTH, VACC_0, CLEAN",
        "HEALTH, Vacc_1, Clean,   HEALTH, VACC_1, CLEAN",
        "HEALTH, VACC_0, kept,    HEALTH, VACC_0, kept",
        "HEALTH, vacc_0, KEPT,    HEALTH, VACC_0, KEPT",
        "low er, s-1,    v,       low er, s-1,    V"
    })
    void names_are_those_that_exist_as_written_or_else_in_upper_case(
            String database, String schema, String name, String exactDatabase, String exactSchema, String exactName) {
        assertThat(found(database, schema, name).table())
                .isEqualTo(new SourceTable("snowflake", exactDatabase, exactSchema, exactName));
    }

    @Test
    void what_is_not_there_is_done_and_empty() {
        assertThat(facts(Map.of(), "HEALTH", "VACC_0", "ABSENT")).isEqualTo(Outcome.done(Optional.empty()));
        assertThat(facts(Map.of(), "HEALTH", "ABSENT", "CLEAN")).isEqualTo(Outcome.done(Optional.empty()));
    }

    @Test
    void a_database_that_does_not_exist_stops() {
        assertThat(stopped(facts(Map.of(), "nowhere", "S", "V")).message())
                .isEqualTo("Snowflake at " + account.host().replace("http://", "")
                        + " has no database nowhere that the provisioner's role may use (error 2003).");
    }

    /** The driver asks for JSON; an account that does not care is understood, too. */
    @Test
    void an_account_that_answers_in_arrow_tells_the_same() {
        Map<String, String> arrow = Map.of("SNOWFLAKE_HOST", account.arrowHost());

        for (String table : List.of("DOSES", "CLEAN", "kept")) {
            assertThat(facts(arrow, "HEALTH", "VACC_0", table)).isEqualTo(facts(Map.of(), "HEALTH", "VACC_0", table));
        }
    }

    @Test
    void a_table_with_so_many_columns_that_they_come_in_chunks_is_read_completely() {
        for (String host : List.of(account.host(), account.arrowHost())) {
            TableFacts facts = found(Map.of("SNOWFLAKE_HOST", host), "HEALTH", "WIDE", "ALL");

            assertThat(facts.columns()).hasSize(Account.WIDE_COLUMNS);
            assertThat(facts.columns().get(0).name()).isEqualTo("C0001");
            assertThat(facts.columns().get(Account.WIDE_COLUMNS - 1).name()).isEqualTo("C1600");
        }
    }

    @ParameterizedTest
    @CsvSource({"slow", "timeout-before", "status-500"})
    void chunks_that_do_not_come_are_asked_for_again_later(String fault) {
        account.arm("/results/*", fault, 600_000);
        long start = System.nanoTime();

        Outcome<Optional<TableFacts>> outcome = facts(Map.of("SOURCE_TIMEOUT", "2s"), "HEALTH", "WIDE", "ALL");

        assertThat(outcome).isInstanceOf(Outcome.Later.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(3));
    }

    @Test
    void an_encrypted_key_logs_in_from_the_environment_and_from_files(@TempDir Path folder) throws Exception {
        String key = encrypted("open sesame");
        Path keyFile = Files.writeString(folder.resolve("key.p8"), key);
        Path passphraseFile = Files.writeString(folder.resolve("passphrase"), "open sesame\n");
        Map<String, String> environment =
                Map.of("SNOWFLAKE_PRIVATE_KEY", key, "SNOWFLAKE_PRIVATE_KEY_PASSPHRASE", "open sesame");
        Map<String, String> files = Map.of(
                "SNOWFLAKE_PRIVATE_KEY_FILE", keyFile.toString(),
                "SNOWFLAKE_PRIVATE_KEY_PASSPHRASE_FILE", passphraseFile.toString());

        for (Map<String, String> login : List.of(environment, files)) {
            assertThat(facts(login, "HEALTH", "VACC_0", "CLEAN").isDone()).isTrue();
        }
    }

    @Test
    void a_token_and_a_key_pair_log_in_too() {
        String pem = pem("PRIVATE KEY", Account.KEY.getPrivate().getEncoded());

        assertThat(facts(Map.of("SNOWFLAKE_TOKEN", Account.TOKEN), "HEALTH", "VACC_0", "CLEAN")
                        .isDone())
                .isTrue();
        assertThat(facts(Map.of("SNOWFLAKE_PRIVATE_KEY", pem), "HEALTH", "VACC_0", "CLEAN")
                        .isDone())
                .isTrue();
    }

    @Test
    void a_wrong_password_stops_and_names_neither_user_nor_password() {
        Problem problem = stopped(facts(Map.of("SNOWFLAKE_PASSWORD", "wr0ng"), "HEALTH", "VACC_0", "CLEAN"));

        assertThat(problem.sentence())
                .contains("refuses the provisioner's login (error 390100)")
                .doesNotContain("wr0ng", "provisioner_user");
    }

    @Test
    void a_warehouse_that_is_not_there_stops() {
        assertThat(stopped(facts(Map.of("SNOWFLAKE_WAREHOUSE", "NONE"), "HEALTH", "VACC_0", "CLEAN"))
                        .message())
                .contains("finds no warehouse to run on (error 606)");
    }

    @ParameterizedTest
    @CsvSource({
        "/session/v1/login-request, slow",
        "/queries/v1/query-request, slow",
        "/session/v1/login-request, reset",
        "/queries/v1/query-request, reset"
    })
    void a_server_in_trouble_is_asked_again_later_and_holds_nobody(String path, String fault) {
        account.arm(path, fault, 600_000);
        long start = System.nanoTime();

        Outcome<Optional<TableFacts>> outcome = facts(Map.of("SOURCE_TIMEOUT", "2s"), "HEALTH", "VACC_0", "CLEAN");

        assertThat(outcome).isInstanceOf(Outcome.Later.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(3));
    }

    @Test
    void a_closed_port_is_tried_again_later() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        Map<String, String> nobody = Map.of("SNOWFLAKE_HOST", "http://127.0.0.1:" + port, "SOURCE_TIMEOUT", "2s");

        assertThat(facts(nobody, "HEALTH", "VACC_0", "CLEAN")).isInstanceOf(Outcome.Later.class);
    }

    /** As {@code openssl pkcs8 -topk8 -v2 aes-256-cbc} writes it. */
    private static String encrypted(String passphrase) throws GeneralSecurityException, IOException {
        String algorithm = "PBEWithHmacSHA256AndAES_256";
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(passphrase.toCharArray())));
        byte[] key = cipher.doFinal(Account.KEY.getPrivate().getEncoded());
        byte[] pbes2 = HexFormat.of().parseHex("06092a864886f70d01050d");
        byte[] scheme = der(0x30, pbes2, cipher.getParameters().getEncoded());
        return pem("ENCRYPTED PRIVATE KEY", der(0x30, scheme, der(0x04, key)));
    }

    /** One value in DER; the JDK can encrypt with AES, but not name it in a key. */
    private static byte[] der(int tag, byte[]... parts) {
        int length = Stream.of(parts).mapToInt(part -> part.length).sum();
        ByteBuffer value = ByteBuffer.allocate(length + 4);
        value.put((byte) tag);
        if (length < 128) {
            value.put((byte) length);
        } else {
            value.put((byte) 0x82).putShort((short) length);
        }
        Stream.of(parts).forEach(value::put);
        return Arrays.copyOf(value.array(), value.position());
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + kind + "-----\n";
    }

    private static TableFacts found(String database, String schema, String name) {
        return found(Map.of(), database, schema, name);
    }

    private static TableFacts found(Map<String, String> more, String database, String schema, String name) {
        return facts(more, database, schema, name)
                .match(
                        facts -> facts.orElseThrow(),
                        (after, problem) -> {
                            throw new AssertionError(problem.sentence());
                        },
                        problems -> {
                            throw new AssertionError(problems.toString());
                        });
    }

    private static Problem stopped(Outcome<Optional<TableFacts>> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Stopped.class);
        return ((Outcome.Stopped<Optional<TableFacts>>) outcome).problems().get(0);
    }

    private static Outcome<Optional<TableFacts>> facts(
            Map<String, String> more, String database, String schema, String name) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "SNOWFLAKE_HOST", account.host(),
                "SNOWFLAKE_USER", "provisioner",
                "SNOWFLAKE_PASSWORD", Account.PASSWORD,
                "SNOWFLAKE_ROLE", "READER",
                "SNOWFLAKE_WAREHOUSE", "SMALL",
                "SOURCE_TIMEOUT", "30s"));
        environment.putAll(more);
        SnowflakeSettings settings =
                SnowflakeSettings.from(Settings.of(environment)).orElseThrow();
        try (SnowflakeTechnology snowflake = new SnowflakeTechnology(settings, SourceWatch.nobody())) {
            return snowflake.facts(new SourceTable("snowflake", database, schema, name));
        }
    }

    private static Column column(String name, String type, TypeSize size, boolean nullable) {
        return new Column(name, SnowflakeTypes.TABLE.of(type, size), nullable, Optional.empty());
    }
}
