package io.outputport.provisioner.cli;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PREFIX;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.descriptor.DescriptorBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidateCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void a_good_descriptor_needs_no_setting_and_no_system() throws Exception {
        Typed typed = Typed.inAShell().command("validate", "--offline", file("good.yaml", aDescriptor()));

        assertThat(typed.err()).isEmpty();
        assertThat(typed.out()).endsWith("good.yaml: valid\n");
        assertThat(typed.code()).isZero();
    }

    @Test
    void a_wrong_name_is_shown_in_its_line_with_the_name_to_write() throws Exception {
        String file = file("wrong.yaml", aDescriptor().port("specific.select", "readings"));

        Typed typed = Typed.inAShell().command("validate", "--offline", file);

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out()).isEqualTo("""
                error[name-prefix]: "readings" does not start with %1$s.
                  --> %2$s:33:15
                   |
                33 |       select: readings
                   |               ^^^^^^^^
                   = field: dataProduct.components[2].specific.select
                   = help: Write %1$sreadings.

                %2$s: 1 problem
                """.formatted(PREFIX, file));
    }

    @Test
    void several_files_are_all_judged_and_the_worst_counts() throws Exception {
        String good = file("good.yaml", aDescriptor());
        String bad = file("bad.yaml", aDescriptor().portWithout("dependsOn").productWithout("name"));

        Typed typed = Typed.inAShell().command("validate", "--offline", bad, good);

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out()).contains("bad.yaml: 2 problems").contains("good.yaml: valid");
    }

    @Test
    void a_hyphen_is_standard_input() {
        Typed typed = Typed.inAShell().withInput(aDescriptor().json()).command("validate", "--offline", "-");

        assertThat(typed.out()).isEqualTo("(standard input): valid\n");
    }

    @Test
    void a_source_on_snowflake_is_judged_without_settings_too() throws Exception {
        String file = file(
                "snowflake.yaml",
                aDescriptor().source("technology", "Snowflake").source("specific.viewName", "a{{b}}"));

        Typed typed = Typed.inAShell().command("validate", "--offline", file);

        assertThat(typed.out()).contains("error[source-name-illegal]").contains("1 problem");
    }

    @Test
    void the_environment_that_is_served_is_looked_at_offline_too() throws Exception {
        Typed typed = Typed.inAShell()
                .with("ENVIRONMENT", "production")
                .command("validate", "--offline", file("dev.yaml", aDescriptor()));

        assertThat(typed.out()).contains("error[environment-mismatch]");
    }

    @Test
    void colours_are_for_terminals_and_for_those_who_want_them() throws Exception {
        String file = file("good.yaml", aDescriptor());

        assertThat(Typed.inAShell().command("validate", "--offline", file).out())
                .doesNotContain("\u001B");
        assertThat(Typed.inAShell()
                        .onATerminal()
                        .command("validate", "--offline", file)
                        .out())
                .contains("\u001B[1;32mvalid\u001B[0m");
        assertThat(Typed.inAShell()
                        .onATerminal()
                        .with("NO_COLOR", "1")
                        .command("validate", "--offline", file)
                        .out())
                .doesNotContain("\u001B");
        assertThat(Typed.inAShell()
                        .command("validate", "--offline", "--color", "always", file)
                        .out())
                .contains("\u001B[1;32m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "validate --offline nowhere.yaml|There is no file nowhere.yaml.",
                "validate --offline .|. is a folder; name the files in it.",
                "validate --offline --server http://127.0.0.1:1 -|--offline asks nobody",
                "validate --offline --output pdf -|Invalid value for option '--output'",
                "validate --server ftp://x -|--server is not an http or https address, such as http://host:8080.",
                "validate|Missing required parameter: 'FILE'",
                "acl -|Name the users and groups that keep access, or write --nobody.",
                "acl - user:alice --nobody|--nobody and users or groups contradict each other.",
                "provision --no-wait -|--no-wait needs a service that goes on with the task: --server URL.",
                "provision --timeout soon -|--timeout is \"soon\", but",
                "status abc|Say which service to ask: --server URL, or set PROVISIONER_SERVER.",
                "tasks|Say which service to ask",
                "deploy|error: Unmatched argument at index 0: 'deploy'"
            })
    void a_wrong_command_is_exit_2_and_says_why(String command, String words) {
        Typed typed = Typed.inAShell().command(command.split(" "));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains(words).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(typed.err().lines().count()).isLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "validate --ofline -|Did you mean --offline?|See provisioner validate --help.",
                "validate --outptu=json -|Did you mean --output?|See provisioner validate --help.",
                "valdate x|Did you mean validate?|See provisioner --help.",
                "deploy x||See provisioner --help.",
                "validate --frobnicate -||See provisioner validate --help."
            })
    void what_was_meant_is_told_only_where_something_resembles_it(String command, String meant, String where) {
        Typed typed = Typed.inAShell().command(command.split(" "));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err().lines().skip(1))
                .containsExactlyElementsOf(meant == null ? List.of(where) : List.of(meant, where));
    }

    @Test
    void a_service_that_is_not_there_is_exit_3() {
        Typed typed = Typed.inAShell()
                .withInput(aDescriptor().yaml())
                .command("validate", "--server", "http://127.0.0.1:1", "-");

        assertThat(typed.code()).isEqualTo(3);
        assertThat(typed.out())
                .contains("error[server-silent]: http://127.0.0.1:1 could not be reached: the connection was refused.");
    }

    @Test
    void help_names_the_commands_and_the_exit_codes() {
        assertThat(Typed.inAShell().command("--help").out())
                .contains("validate", "plan", "provision", "unprovision", "acl", "status", "tasks", "ports")
                .contains("3   a system, or the service itself, does not answer or fails");
        assertThat(Typed.inAShell().command("--version").out()).isEqualTo("provisioner 1.2.3\n");
    }

    private String file(String name, DescriptorBuilder descriptor) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, descriptor.yaml());
        return file.toString();
    }
}
