package io.outputport.provisioner.cli;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.outputport.provisioner.Provisioner;
import io.outputport.provisioner.TestingProcess;
import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.cli.report.PublishedSchema;
import io.outputport.provisioner.cli.service.LocalService;
import io.outputport.provisioner.flow.ports.PortQuery;
import io.outputport.provisioner.task.list.TaskQuery;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands against a service over HTTP; the edge of that service is real, what stands behind it is scripted. */
class ServerCommandTest {
    private static TestingServer server;

    @BeforeAll
    static void start() {
        server = TestingServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_valid_descriptor_is_valid_there_too() {
        Typed typed = asking().withInput(aDescriptor().yaml()).command("validate", "-");

        assertThat(typed.out()).isEqualTo("(standard input): valid\n");
        assertThat(typed.code()).isZero();
    }

    @Test
    void without_a_server_one_is_started_that_leaves_no_task_database_behind() {
        List<LocalService.TaskStorage> started = new ArrayList<>();
        LocalService local = (environment, tasks) -> {
            started.add(tasks);
            return new Borrowed(server.url());
        };

        Typed.inAShell().withService(local).withInput(aDescriptor().yaml()).command("validate", "-");
        Typed.inAShell().withService(local).withInput(aDescriptor().yaml()).command("plan", "-");

        assertThat(started).containsExactly(LocalService.TaskStorage.IN_MEMORY, LocalService.TaskStorage.IN_MEMORY);
    }

    @Test
    void an_order_is_accepted_and_its_token_printed() {
        Typed typed = asking().withInput(aDescriptor().yaml()).command("provision", "--no-wait", "-");

        assertThat(typed.out()).matches("[0-9a-f-]{36}\n");
        assertThat(typed.code()).isZero();
    }

    @Test
    void who_waits_no_longer_learns_that_the_task_goes_on_and_how_to_see_it_again() {
        Typed typed = asking().withInput(aDescriptor().yaml()).command("provision", "--timeout", "0s", "-");

        assertThat(typed.code()).isEqualTo(3);
        String token = typed.out().lines().findFirst().orElseThrow().replace("task ", "");
        assertThat(typed.err())
                .isEqualTo(
                        "notice: Not finished within 0s. The task goes on; look again with: status --follow --server "
                                + server.url() + " " + token + "\n");
        Typed again = asking().command("status", "--follow", "--timeout", "0", token);
        assertThat(again.code()).isEqualTo(3);
        assertThat(again.err()).contains("Not finished within 0. ").contains(token);
    }

    @Test
    void who_interrupts_the_command_learns_it_too() throws Exception {
        Process command = TestingProcess.of(
                        Provisioner.class, "provision", "--server", server.url().toString(), "-")
                .start();
        try (Writer descriptor = command.outputWriter()) {
            descriptor.write(aDescriptor().yaml());
        }

        String token = command.inputReader().readLine().replace("task ", "");
        // As Ctrl-C does; that itself does not reach what was started in the background.
        command.toHandle().destroy();

        assertThat(command.errorReader().lines())
                .containsExactly("notice: Interrupted. The task goes on; look again with: status --follow --server "
                        + server.url() + " " + token);
        assertThat(command.waitFor()).isEqualTo(143);
    }

    @Test
    void a_task_of_a_service_that_ends_with_the_command_is_stored() {
        LocalService local = (environment, tasks) -> new Borrowed(server.url());

        Typed typed = Typed.inAShell()
                .withService(local)
                .withInput(aDescriptor().yaml())
                .command("unprovision", "--timeout", "0", "-");

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.err()).contains("is stored, and goes on as soon as a service with this task database runs");
    }

    @Test
    void a_token_that_nobody_knows_is_exit_1() {
        Typed typed = asking().command("status", "00000000-0000-0000-0000-000000000000");

        assertThat(typed.err()).contains("No task of this kind has this token.");
        assertThat(typed.code()).isEqualTo(1);
    }

    @Test
    void a_service_that_asks_for_a_token_gets_it_from_the_command_a_variable_or_a_file(@TempDir Path folder)
            throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest("s3cret".getBytes(StandardCharsets.UTF_8));
        Path tokens = Files.writeString(
                folder.resolve("tokens"), "me:read:" + HexFormat.of().formatHex(hash));
        Path own = Files.writeString(folder.resolve("own"), "s3cret\n");
        try (TestingServer closed = TestingServer.with(Map.of("API_TOKENS_FILE", tokens.toString()))) {
            String url = closed.url().toString();

            Typed none = Typed.inAShell().command("tasks", "--server", url);
            assertThat(none.code()).isEqualTo(1);
            assertThat(none.err()).contains("A bearer token is asked for here.");
            Typed given = Typed.inAShell().command("tasks", "--server", url, "--token", "s3cret");
            assertThat(given.code()).isZero();
            Typed set = Typed.inAShell().with("PROVISIONER_TOKEN", "s3cret").command("tasks", "--server", url);
            assertThat(set.code()).isZero();
            Typed filed = Typed.inAShell()
                    .with("PROVISIONER_TOKEN_FILE", own.toString())
                    .command("tasks", "--server", url);
            assertThat(filed.code()).isZero();
            Typed order = Typed.inAShell()
                    .withInput(aDescriptor().yaml())
                    .command("provision", "--no-wait", "--server", url, "--token", "s3cret", "-");
            assertThat(order.code()).isEqualTo(1);
            assertThat(order.err())
                    .contains("may look, but not change anything")
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void tasks_are_listed_as_a_table_or_as_json() throws Exception {
        Typed table = asking().command("tasks");
        Typed json = asking().command("tasks", "--output", "json", "--limit", "1");

        assertThat(table.out()).startsWith("acceptedAt");
        assertThat(new ObjectMapper().readTree(json.out()).has("tasks")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tasks --state ASLEEP|\"ASLEEP\" is no value of state. Write one of COMPLETED, FAILED, RUNNING, TERMINATED,"
                        + " TERMINATING.",
                "ports --state FAILED|\"FAILED\" is no value of state. Write one of CLOSED, DRIFTED, IN_SYNC, MISSING,"
                        + " UNWATCHED.",
                "tasks --limit many|\"many\" is no value of limit. Write a number from 1 to 500.",
                "ports --limit 501|\"501\" is no value of limit. Write a number from 1 to 500.",
                "tasks --before soon|\"soon\" is no value of before. Write the next of the page before."
            })
    void a_value_that_a_list_does_not_take_is_exit_2_and_is_repeated(String command, String sentence) {
        Typed typed = asking().command(command.split(" "));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).isEqualTo("error: " + sentence + "\n");
    }

    @Test
    void the_help_of_a_list_offers_the_states_that_it_knows() {
        assertThat(Typed.inAShell().command("tasks", "--help").out().replaceAll("\\s+", " "))
                .contains(TaskQuery.STATES);
        assertThat(Typed.inAShell().command("ports", "--help").out().replaceAll("\\s+", " "))
                .contains(PortQuery.STATES)
                .doesNotContain("FAILED");
    }

    @Test
    void a_plan_of_a_descriptor_that_is_refused_is_json_too() throws Exception {
        Typed typed = asking().withInput("a: [").command("plan", "--output", "json", "-");

        JsonNode plan = new ObjectMapper().readTree(typed.out());
        assertThat(typed.code()).isEqualTo(1);
        assertThat(plan.path("executable").asBoolean(true)).isFalse();
        assertThat(plan.at("/errors/0").asText())
                .startsWith("(line 1, column 4): The [ that opens here is not closed.");
        assertThat(plan.at("/details/0/code").asText()).isEqualTo("descriptor-unreadable");
        assertThat(plan.at("/details/0/column").asInt()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "plan", "provision --no-wait", "unprovision --no-wait"})
    void a_file_that_is_not_utf_8_is_not_sent(String command, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("port.yaml");
        Files.writeString(file, "name: r\u00E9gl\u00E9\n", StandardCharsets.ISO_8859_1);

        Typed typed = asking().command((command + " " + file).split(" "));

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out() + typed.err())
                .contains("port.yaml:1:8", "looks like Latin-1", "name: r\u00E9gl\u00E9", "Save it as UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "provision", "unprovision"})
    void a_web_site_is_told_to_be_no_provisioner_and_the_descriptor_is_not_blamed(String command) throws Exception {
        try (Elsewhere site = new Elsewhere(404, "<html>nothing here</html>")) {
            Typed typed =
                    Typed.inAShell().withInput(aDescriptor().yaml()).command(command, "--server", site.url(), "-");

            assertThat(typed.code()).isEqualTo(3);
            assertThat(typed.err())
                    .isEqualTo("error[server-odd-answer]: " + site.url() + " is no provisioner: it answers with"
                            + " status 404 and not in a provisioner's words.\n"
                            + "  = help: Check the address, its base path included.\n\n");
            assertThat(typed.out()).isEmpty();
        }
    }

    @Test
    void a_validation_by_a_web_site_is_no_judgement_in_any_report() throws Exception {
        try (Elsewhere site = new Elsewhere(404, "<html>nothing here</html>")) {
            Typed human = validatedBy(site, "human");
            Typed junit = validatedBy(site, "junit");
            Typed json = validatedBy(site, "json");

            assertThat(List.of(human.code(), junit.code(), json.code())).containsOnly(3);
            assertThat(human.out())
                    .contains(site.url() + " is no provisioner: it answers with status 404")
                    .endsWith("(standard input): not judged\n")
                    .doesNotContain("<html>");
            PublishedSchema.isJunit(junit.out());
            assertThat(junit.out()).contains("failures=\"0\" errors=\"1\"").contains("<error ");
            assertThat(new ObjectMapper().readTree(json.out()).path("valid").asBoolean())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, <html>welcome</html>",
        "200, '{\"status\":\"ok\"}'",
        "302, ''",
        "501, <html>Unsupported method</html>",
        "404, '{\"path\":\"/v1/plan\",\"error\":\"not-found\"}'"
    })
    void another_services_answer_is_not_taken_for_a_plan_a_verdict_or_a_token(int status, String body)
            throws Exception {
        try (Elsewhere other = new Elsewhere(status, body)) {
            for (String command : List.of("plan", "validate", "provision")) {
                Typed typed =
                        Typed.inAShell().withInput(aDescriptor().yaml()).command(command, "--server", other.url(), "-");

                assertThat(typed.code()).as(command).isEqualTo(3);
                assertThat(typed.out() + typed.err())
                        .contains(other.url() + " is no provisioner: it answers with status " + status);
            }
        }
    }

    @Test
    void what_stands_before_a_service_is_not_taken_for_another_one() throws Exception {
        try (Elsewhere proxy = new Elsewhere(502, "<html>bad gateway</html>");
                Elsewhere gate = new Elsewhere(401, "<html>who are you</html>")) {
            Typed away = Typed.inAShell().withInput("a: b").command("plan", "--server", proxy.url(), "-");
            Typed closed = Typed.inAShell().withInput("a: b").command("plan", "--server", gate.url(), "-");

            assertThat(away.err()).contains(proxy.url() + " gave status 502.").doesNotContain("1 problem");
            assertThat(closed.err()).contains(gate.url() + " gave status 401 without a reason.");
            assertThat(List.of(away.code(), closed.code())).containsOnly(3);
        }
    }

    @Test
    void an_older_service_gives_sentences_only() throws Exception {
        String answer = "{\"valid\":false,\"error\":{\"errors\":[\"The name is wrong.\"]},\"notices\":[]}";
        try (Elsewhere older = new Elsewhere(200, answer)) {
            Typed typed = Typed.inAShell()
                    .withInput(aDescriptor().yaml())
                    .command("validate", "--output", "json", "--server", older.url(), "-");

            JsonNode report = new ObjectMapper().readTree(typed.out());
            assertThat(report.at("/files/0/problems/0/message").asText()).isEqualTo("The name is wrong.");
            assertThat(typed.code()).isEqualTo(1);
        }
    }

    @Test
    void notices_of_the_service_make_it_invalid_only_when_asked() throws Exception {
        String answer = "{\"valid\":true,\"notices\":[\"x\"],\"details\":[{\"code\":\"source-table-missing\","
                + "\"severity\":\"notice\",\"message\":\"There is no view.\",\"line\":1,\"column\":1}]}";
        try (Elsewhere service = new Elsewhere(200, answer)) {
            Typed lenient = Typed.inAShell().withInput("a: b").command("validate", "--server", service.url(), "-");
            Typed strict =
                    Typed.inAShell().withInput("a: b").command("validate", "--strict", "--server", service.url(), "-");

            assertThat(lenient.out()).contains("notice[source-table-missing]").contains("valid, 1 notice");
            assertThat(lenient.code()).isZero();
            assertThat(strict.out()).contains("error[source-table-missing]");
            assertThat(strict.code()).isEqualTo(1);
        }
    }

    @Test
    void ports_are_shown_whatever_the_page_holds() throws Exception {
        String answer =
                "{\"ports\":[{\"component\":\"urn:a\",\"state\":\"DRIFTED\",\"role\":\"r\\u001b[2J\"}],\"next\":\"7\"}";
        try (Elsewhere service = new Elsewhere(200, answer)) {
            Typed typed = Typed.inAShell().command("ports", "--server", service.url());

            assertThat(typed.out()).contains("urn:a").contains("DRIFTED").contains("More: --after 7");
            assertThat(typed.out()).doesNotContain("\u001B");
        }
    }

    private static Typed validatedBy(Elsewhere site, String report) {
        return Typed.inAShell()
                .withInput(aDescriptor().yaml())
                .command("validate", "--output", report, "--server", site.url(), "-");
    }

    private static Typed asking() {
        return Typed.inAShell().with("PROVISIONER_SERVER", server.url().toString());
    }

    private record Borrowed(URI url) implements LocalService.StartedService {
        @Override
        public void close() {}
    }

    /** Something that answers every request alike. */
    private static final class Elsewhere implements AutoCloseable {
        private final HttpServer http;

        Elsewhere(int status, String body) throws Exception {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.createContext("/", exchange -> {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            http.start();
        }

        String url() {
            return "http://127.0.0.1:" + http.getAddress().getPort();
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }
}
