package io.outputport.provisioner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.provisioner.cli.report.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What {@code docs/command-line.md} tells a reader to type can be typed. */
class CommandLinePageTest {
    /** Tests run in the module's folder. */
    private static final Path ROOT = Path.of("../..");

    private static final Path SAMPLES = ROOT.resolve("provisioner/sandbox/descriptors");
    private static final Pattern COMMAND = Pattern.compile("`([a-z][a-z-]*)[` ]");
    private static final Pattern OPTION = Pattern.compile("(?<![-|])--[a-z][a-z-]*");
    private static final Pattern EXIT_CODE = Pattern.compile("(?m)^\\| (\\d) \\| (.*) \\|$");
    private static final Pattern JOB =
            Pattern.compile("java -jar provisioner\\.jar (validate .*) descriptors/\\*\\.yaml > (\\S+)");

    @Test
    void every_command_and_option_on_the_page_is_in_the_help() throws IOException {
        String page = page();
        String help = Typed.inAShell().command("--help").out() + helpOf(commands(page));

        assertThat(commands(page)).contains("validate", "plan", "status", "ports");
        assertThat(commands(page)).allSatisfy(command -> assertThat(help).contains(command));
        assertThat(OPTION.matcher(page).results().map(found -> found.group()))
                .contains("--timeout", "--schema")
                .allSatisfy(option -> assertThat(help).contains(option));
    }

    @Test
    void every_command_of_the_help_is_on_the_page_and_has_a_help_of_its_own() throws IOException {
        String help = Typed.inAShell().command("--help").out();
        List<String> listed = help.split("Commands:\n", 2)[1]
                .split("\n\n", 2)[0]
                .lines()
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split(" ", 2)[0].replace(",", ""))
                .filter(command -> !command.equals("help"))
                .toList();

        assertThat(listed).contains("validate", "migrate", "generate-completion");
        assertThat(commands(page())).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(listed)
                .allSatisfy(command -> assertThat(
                                Typed.inAShell().command(command, "--help").out())
                        .startsWith("Usage: provisioner " + command)
                        .containsPattern("(?m)^  -h, --help "));
    }

    @Test
    void the_exit_codes_of_the_page_are_those_of_the_help() throws IOException {
        String help = Typed.inAShell().command("--help").out();

        List<String> codes = EXIT_CODE
                .matcher(page())
                .results()
                .map(row -> "  %s   %s\n".formatted(row.group(1), row.group(2)))
                .toList();

        assertThat(codes).hasSize(4);
        assertThat(help).endsWith("Exit codes:\n" + String.join("", codes));
    }

    @Test
    void the_job_for_gitlab_writes_the_report_that_it_hands_over() throws Exception {
        JsonNode job = job();
        Matcher command = JOB.matcher(job.at("/script/0").asText());
        assertThat(command.matches()).isTrue();

        Typed right = Typed.inAShell().command(typed(command.group(1), SAMPLES));
        Typed wrong = Typed.inAShell().command(typed(command.group(1), SAMPLES.resolve("wrong")));

        assertThat(job.at("/artifacts/reports/junit").asText()).isEqualTo(command.group(2));
        assertThat(right.code()).as(right.out()).isZero();
        assertThat(right.out()).contains("is valid");
        PublishedSchema.isJunit(right.out());
        // The report is needed most when the job has failed.
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(job.at("/artifacts/when").asText()).isEqualTo("always");
        PublishedSchema.isJunit(wrong.out());
    }

    private static String[] typed(String command, Path folder) throws IOException {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        try (Stream<Path> files = Files.list(folder)) {
            files.map(Path::toString)
                    .filter(file -> file.endsWith(".yaml"))
                    .sorted()
                    .forEach(words::add);
        }
        return words.toArray(String[]::new);
    }

    private static JsonNode job() throws IOException {
        String yaml = page().split("```yaml\n", 2)[1].split("```", 2)[0];
        Object jobs = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new ObjectMapper().valueToTree(jobs).elements().next();
    }

    private static List<String> commands(String page) {
        return page.lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(row -> COMMAND.matcher(row.split("\\|", 3)[1]).results())
                .map(found -> found.group(1))
                .toList();
    }

    private static String helpOf(List<String> commands) {
        StringBuilder help = new StringBuilder();
        commands.forEach(command ->
                help.append(Typed.inAShell().command(command, "--help").out()));
        return help.toString();
    }

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/command-line.md"));
    }
}
