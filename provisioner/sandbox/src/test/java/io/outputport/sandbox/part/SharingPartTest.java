package io.outputport.sandbox.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.sandbox.RunningSandbox;
import io.outputport.sandbox.StartFailed;
import io.outputport.sandbox.postgres.Login;
import io.outputport.sandbox.testing.Http;
import io.outputport.sandbox.testing.Sample;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A Delta Sharing server beside the others, for who asks for it. */
class SharingPartTest {
    private static final String PERSONS = """
            admin PUT shares/health/grants '{"recipients":["user:alice","group:analysts"]}' > answer
            sign() { curl -s -X POST -H "Authorization: Bearer $1" "$I/token" | sed 's/.*:"\\(.*\\)".*/\\1/'; }
            as() { curl -s -H "Authorization: Bearer $1" "$S/delta-sharing/shares"; echo; }
            curl -s -X POST -H "Authorization: Bearer alice" "$S/activation"; echo
            as carol+analysts
            as "$(sign bob)"
            """;
    private static final String QUERY = "curl -s -X POST -H \"Authorization: Bearer $TOKEN\""
            + " \"$S/delta-sharing/shares/health/schemas/vaccinations/tables/by_month/query\"";

    @Test
    void it_starts_when_it_is_named_and_says_where_it_is() throws Exception {
        try (RunningSandbox sandbox = new RunningSandbox()) {
            sandbox.start(named("postgres,sharing"));

            Http sharing = Http.to(URI.create(sandbox.ready().path("sharing").asText()));
            assertThat(sharing.get("/health/readiness").status()).isEqualTo(200);
        }
    }

    @Test
    void its_tour_in_the_readme_leads_to_a_shared_table() throws Exception {
        try (RunningSandbox sandbox = new RunningSandbox()) {
            sandbox.start(named("postgres,sharing"));
            String shown = bash(tour().replace(
                            "http://127.0.0.1:8094",
                            sandbox.ready().path("sharing").asText())
                    .concat(QUERY));

            assertThat(shown).contains("{\"items\":[{\"name\":\"by_month\",\"schema\":\"vaccinations\"");
            assertThat(rows(shown)).isEqualTo(rowsOf(sandbox, "healthcare.vaccinations_by_month"));
        }
    }

    @Test
    void whoever_says_a_name_is_a_person_with_groups() throws Exception {
        try (RunningSandbox sandbox = new RunningSandbox()) {
            sandbox.start(named("postgres,sharing"));
            String shown = bash(tour().replace(
                            "http://127.0.0.1:8094",
                            sandbox.ready().path("sharing").asText())
                    .concat("I=" + sandbox.ready().path("identityProvider").asText() + "\n" + PERSONS));

            assertThat(shown.lines().skip(shown.lines().count() - 3))
                    .satisfiesExactly(
                            profile -> assertThat(profile).contains("\"shareCredentialsVersion\":1", "bearerToken"),
                            alice -> assertThat(alice).contains("\"name\":\"health\""),
                            bob -> assertThat(bob).isEqualTo("{\"items\":[]}"));
        }
    }

    /** The first block of the tour that can be run as it stands. */
    private static String tour() throws IOException {
        String readme = Files.readString(Sample.FOLDER.resolve("../../../README.md"));
        String tour = readme.substring(readme.indexOf("<!-- run: SharingPartTest"));
        return tour.substring(tour.indexOf("```sh\n") + 6, tour.indexOf("\n```\n")) + "\n";
    }

    private static String bash(String commands) throws Exception {
        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .redirectErrorStream(true)
                .start();
        String shown = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(shown).isZero();
        return shown;
    }

    /** As the files' statistics count them. */
    private static long rows(String shown) {
        return Pattern.compile("numRecords\\\\\":(\\d+)")
                .matcher(shown)
                .results()
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
    }

    private static long rowsOf(RunningSandbox sandbox, String table) throws SQLException {
        String postgres = sandbox.ready().path("postgres").asText();
        try (Connection database = DriverManager.getConnection(postgres, Login.OWNER.user(), Login.OWNER.password());
                Statement statement = database.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            assertThat(count.next()).isTrue();
            return count.getLong(1);
        }
    }

    @Test
    void without_the_database_it_has_no_tables_and_says_so() {
        try (RunningSandbox sandbox = new RunningSandbox()) {
            assertThatThrownBy(() -> sandbox.start(named("sharing")))
                    .isInstanceOf(StartFailed.class)
                    .hasMessage("The sandbox did not start: sharing: the part sharing takes its tables from the part"
                            + " postgres; name both.");
        }
    }

    private static Map<String, String> named(String parts) {
        return Map.of("SANDBOX_PARTS", parts, "SANDBOX_POSTGRES_PORT", "0", "SANDBOX_SHARING_PORT", "0");
    }
}
