package io.outputport.sharing.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.tck.LyingRelay.Lie;
import io.outputport.sharing.tck.call.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The kit against the server of this project, and against servers that get something wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KitTest {
    @TempDir
    static Path machine;

    private TriedServer server;
    private Path ada;

    @BeforeAll
    void aServerWithTheTables() throws IOException {
        Path lake = machine.resolve("lake");
        assertThat(ran(0, "write-tables", lake.toString())).contains("53 tables");
        server = TriedServer.start(machine, Map.of("SHARING_STORAGE_LAKE", lake.toString()));
        ada = server.profile("ada");
        server.grants("ada");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void every_case_passes_and_none_is_left_out() throws IOException {
        Path late = server.profile("late", "1s");
        Path bob = server.profile("bob");
        Path eve = server.profile("eve");
        server.grants("ada", "bob", "late").revoke("bob");

        String told = ran(
                0,
                "--profile",
                ada.toString(),
                "--stranger",
                eve.toString(),
                "--revoked",
                bob.toString(),
                "--expired",
                late.toString());

        assertThat(told.lines().filter(line -> line.startsWith("PASSED"))).hasSizeGreaterThan(200);
        assertThat(told.lines()).noneMatch(line -> line.startsWith("SKIPPED"));
    }

    @Test
    void what_a_server_does_not_offer_is_told_as_left_out() throws IOException {
        String told = ran(0, "--profile", ada.toString(), "--section", "Page,Access", "--without", "pages");

        assertThat(told.lines())
                .anyMatch(line -> line.matches("SKIPPED  Page: .*\\(--without pages\\)"))
                .anyMatch(line -> line.matches("SKIPPED  Access: a revoked token .*\\(--without revoked\\)"))
                .noneMatch(line -> line.matches("(PASSED|FAILED)  Page: .*"));
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void a_server_that_gets_something_wrong_is_found_out(Lie lie) throws IOException {
        String token = Profile.read(ada).token();
        try (LyingRelay relay = LyingRelay.before(server.url(), token, lie)) {
            String endpoint = relay.url() + "/delta-sharing";
            Path profile = Files.writeString(
                    machine.resolve("lied.share"),
                    "{\"shareCredentialsVersion\":1,\"endpoint\":\"" + endpoint + "\",\"bearerToken\":\"" + token
                            + "\"}");

            String told = ran(1, "--profile", profile.toString(), "--section", "Error,Capability,Metadata");

            assertThat(told.lines()).anyMatch(line -> line.startsWith("FAILED  " + lie.found));
        }
    }

    @Test
    void wrong_use_is_told_in_a_sentence() {
        assertThat(ran(2, "--section", "List")).contains("--profile FILE is missing.");
        assertThat(ran(2, "--profile", machine.resolve("none").toString())).contains("The profile cannot be read");
        assertThat(ran(2, "--profile", ada.toString(), "--without", "everything"))
                .contains("--without knows no \"everything\".");
    }

    private static String ran(int code, String... arguments) {
        StringWriter told = new StringWriter();
        int ended = Kit.run(new PrintWriter(told, true), List.of(arguments).toArray(String[]::new));
        assertThat(ended).as(told.toString()).isEqualTo(code);
        return told.toString();
    }
}
