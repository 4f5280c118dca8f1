package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.Provisioner;
import io.outputport.sandbox.story.Terminal.Answer;
import io.outputport.sandbox.testing.Forked;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A platform engineer at a terminal does what the platform does. */
@ExtendWith(World.Provided.class)
class CommandLineStoryTest {
    private final World world;

    @TempDir
    Path folder = Path.of("");

    CommandLineStoryTest(World world) {
        this.world = world;
    }

    @Test
    void a_port_lives_its_whole_life_from_a_terminal() {
        Product product = Product.vaccinations("Terminal");

        Answer valid = typed(product, "validate", "-");
        Answer provisioned = typed(product, "provision", "-");
        Answer granted = typed(product, "acl", "-", "user:alice");

        assertThat(valid.out()).isEqualTo("(standard input): valid\n");
        assertThat(provisioned.out()).contains("hasura ").contains("COMPLETED: Output port");
        assertThat(granted.out()).contains("COMPLETED: Access is as requested: 1 user, 0 groups.");
        assertThat(world.consumer("alice").ask(product.count()).has("data")).isTrue();

        String token = provisioned.out().lines().findFirst().orElseThrow().replace("task ", "");
        assertThat(typed(product, "status", token).out()).contains("COMPLETED: Output port");
        assertThat(typed(product, "status", "--follow", token).code()).isZero();
        assertThat(typed(product, "tasks", "--component", product.componentId()).out())
                .contains("PROVISION")
                .contains("UPDATE_ACL")
                .contains(token);

        assertThat(typed(product, "unprovision", "-").out()).contains("COMPLETED: Output port");
        assertThat(world.consumer("alice").ask(product.count()).has("data")).isFalse();
    }

    @Test
    void what_is_not_deployed_yet_is_a_notice_and_with_strict_an_error() {
        Product nowhere = Product.vaccinations("Nowhere").with("vaccinations_clean_view", "no_such_view");

        Answer validated = typed(nowhere, "validate", "-");
        Answer strict = typed(nowhere, "validate", "--strict", "-");

        assertThat(validated.code()).as(validated.out()).isZero();
        assertThat(validated.out()).contains("notice[source-table-missing]").contains("valid, 1 notice");
        assertThat(strict.code()).isEqualTo(1);
        assertThat(strict.out()).contains("error[source-table-missing]");
    }

    @Test
    void a_task_that_fails_is_exit_1_with_its_reason() {
        Answer granted = typed(Product.vaccinations("Unknown"), "acl", "-", "user:alice");

        assertThat(granted.code()).isEqualTo(1);
        assertThat(granted.out()).contains("FAILED: ");
    }

    @Test
    void a_refusal_is_shown_at_its_place() {
        Product wrong = Product.vaccinations("Refused").with("_vaccinations_agg", "-vaccinations-agg");

        Answer refused = typed(wrong, "provision", "-");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .contains("error[name-illegal]")
                .contains("^^^^")
                .contains("help: Write ");
    }

    @Test
    void without_a_server_validation_leaves_the_database_of_a_running_service_alone() throws Exception {
        Product product = Product.vaccinations("Locked");
        Map<String, String> variables = world.variables();
        try (ServiceProcess running = ServiceProcess.start(variables, folder)) {
            variables.put(
                    "TASK_DB_URL", "jdbc:h2:file:" + folder.resolve("tasks").toAbsolutePath());
            String file = file(product);
            try (Forked validation = Forked.main(Provisioner.class, variables, "validate", file);
                    Forked provision = Forked.main(Provisioner.class, variables, "provision", file)) {
                assertThat(validation.rest()).endsWith(": valid");
                assertThat(validation.exitCode()).isZero();
                assertThat(provision.exitCode()).isEqualTo(2);
                assertThat(provision.errors())
                        .contains("in use by another process")
                        .contains("--server URL")
                        .doesNotContain("\tat ");
            }
            assertThat(running.platform()
                            .validate(product.sample())
                            .path("valid")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void without_a_server_a_provision_is_carried_out_here() throws Exception {
        Product product = Product.vaccinations("Here");
        Map<String, String> variables = world.variables();
        variables.put("TASK_DB_URL", "jdbc:h2:file:" + folder.resolve("own").toAbsolutePath());

        try (Forked provision = Forked.main(Provisioner.class, variables, "provision", file(product))) {
            assertThat(provision.rest()).contains("COMPLETED: Output port");
            assertThat(provision.exitCode()).isZero();
        }
    }

    @Test
    void a_source_that_hangs_is_told_in_our_words_and_its_pool_writes_no_line_to_the_terminal() throws Exception {
        Map<String, String> variables = world.variables();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            variables.computeIfPresent(
                    "POSTGRES_URL", (name, url) -> url.replaceFirst(":\\d+/", ":" + silent.getLocalPort() + "/"));
            variables.put("LOG_FORMAT", "text");
            String file = file(Product.vaccinations("Hanging"));

            try (Forked validation = Forked.main(Provisioner.class, variables, "validate", file)) {
                assertThat(validation.rest()).contains("notice[", ": valid, 1 notice");
                assertThat(validation.exitCode()).isZero();
                assertThat(validation.errors()).isEmpty();
            }
        }
    }

    private String file(Product product) throws IOException {
        return Files.writeString(
                        folder.resolve("descriptor.yaml"), product.sample().yaml())
                .toString();
    }

    private Answer typed(Product product, String... command) {
        return new Terminal(world.provisioner()).typed(product, command);
    }
}
