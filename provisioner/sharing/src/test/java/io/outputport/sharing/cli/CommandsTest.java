package io.outputport.sharing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.TestingSharing;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    static Path folder;

    private static TestingSharing server;
    private StringWriter out;
    private StringWriter err;

    @BeforeAll
    static void start() {
        server = TestingSharing.in(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void clear() {
        out = new StringWriter();
        err = new StringWriter();
    }

    @Test
    void a_share_is_made_granted_shown_and_removed() throws IOException {
        Path file = folder.resolve("share.json");
        Files.writeString(
                file,
                "{\"tables\":[{\"schema\":\"shop\",\"name\":\"orders\",\"storage\":\"lake\",\"path\":\"orders\"}]}");

        assertThat(run("share", "put", "sales", file.toString())).isZero();
        assertThat(run("grant", "put", "sales", "user:alice", "group:analysts")).isZero();
        assertThat(run("share", "list")).isZero();
        assertThat(run("grant", "show", "sales")).isZero();

        assertThat(out.toString())
                .containsSubsequence("NAME", "VERSION", "TABLES", "sales", "shop.orders")
                .contains("group:analysts, user:alice");
        assertThat(run("grant", "put", "sales", "--nobody")).isZero();
        assertThat(run("share", "remove", "sales")).isZero();
        assertThat(run("share", "show", "sales")).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("error: There is no share sales.\n");
    }

    @Test
    void a_recipient_gets_a_link_and_loses_its_token() {
        assertThat(run("recipient", "put", "partner", "--network", "127.0.0.0/8", "--property", "region=eu"))
                .isZero();
        assertThat(run("token", "link", "partner", "--token-lifetime", "1d", "--output", "json"))
                .isZero();
        assertThat(out.toString()).contains("/activation#dsa_");
        String token = server.token("partner");

        assertThat(run("token", "list", "partner")).isZero();
        assertThat(out.toString()).contains("LASTUSEDAT").doesNotContain(token);
        assertThat(run("token", "revoke", "partner")).isZero();

        assertThat(server.protocol(token)).isEqualTo(401);
        assertThat(run("token", "rotate", "partner", "--grace", "1h")).isZero();
        assertThat(run("recipient", "remove", "partner")).isZero();
    }

    @Test
    void what_is_mistyped_is_told_with_what_was_meant() {
        assertThat(run("share", "lits")).isEqualTo(2);
        assertThat(err.toString()).contains("Did you mean list?", "See sharing share --help.");
        assertThat(run("grant", "put", "sales")).isEqualTo(2);
        assertThat(err.toString()).contains("--nobody");
        assertThat(run("share", "list", "--server", "ftp://x")).isEqualTo(2);
        assertThat(run("inspect", "lake", "x")).isEqualTo(1);
    }

    @Test
    void a_server_that_does_not_answer_is_code_3() {
        assertThat(run("share", "list", "--server", "http://127.0.0.1:1")).isEqualTo(3);
        assertThat(err.toString()).startsWith("error: http://127.0.0.1:1 does not answer");
    }

    @Test
    void help_tells_every_command() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("share", "recipient", "grant", "token", "inspect", "migrate", "Exit codes");
    }

    private int run(String... arguments) {
        Shell shell = new Shell(
                new PrintWriter(out),
                new PrintWriter(err),
                Map.of("SHARING_SERVER", server.url().toString()));
        return new SharingProgram(shell, "1", environment -> 0).run(arguments);
    }
}
