package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where the password stands, and what happens when it changes. */
@ExtendWith(World.Provided.class)
@SecretsInMetadata
class SnowflakeSecretStoryTest {
    private static final String PASSWORD = "old/pass%&#+1";
    private static final String MODE = "SNOWFLAKE_SECRET_MODE";

    private final World world;
    private Site site;

    @TempDir
    private Path tasks;

    SnowflakeSecretStoryTest(World world) {
        this.world = world;
        world.snowflake();
    }

    @BeforeEach
    void start() throws IOException {
        site = Site.start(world, PASSWORD);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void a_new_password_needs_no_write_to_hasura() throws IOException {
        Product product = Product.onSnowflake("Rotated");
        Snowflake before = site.snowflake();
        try (OwnService service = OwnService.start(site.variables(), tasks)) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice");
        }

        site.rotate("new/pass%&#+2");
        JsonNode metadata = site.engine().metadata();
        Engine.Stats written = site.engine().stats();
        try (OwnService service = OwnService.start(site.variables(), tasks)) {
            service.platform().provision(product.sample());
            showsNoPassword(service.platform());
        }

        assertThat(site.engine().stats()).isEqualTo(written);
        assertThat(site.engine().metadata()).isEqualTo(metadata);
        assertThat(site.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        before.passwordIsNotIn(Map.of("metadata", metadata.toString(), "log", world.log()));
        site.snowflake().passwordIsNotIn(Map.of("metadata", metadata.toString()));
    }

    @Test
    void a_password_that_only_hasura_has_wrong_is_told_and_not_shown() throws IOException {
        Product product = Product.onSnowflake("Halfway");
        Snowflake before = site.snowflake();
        site.rotateAccountOnly("new/pass%&#+2");

        try (OwnService service = OwnService.start(site.variablesWith("RETRY_BUDGET", "1s"), tasks)) {
            JsonNode status = service.platform().failed(service.platform().startProvision(product.sample()));

            assertThat(status.path("result").asText())
                    .contains("Hasura cannot use source", "Incorrect username or password");
            showsNoPassword(service.platform());
            before.passwordIsNotIn(
                    Map.of("log", world.log(), "answers", service.platform().heard()));
        }
    }

    @Test
    void inline_it_stands_in_the_metadata_and_nowhere_else() {
        Product product = Product.onSnowflake("Inline");

        try (OwnService service = OwnService.start(site.variablesWith(MODE, "inline"), tasks)) {
            service.platform().provision(product.sample());
            service.platform().updateAcl(product.sample(), "user:alice");
            showsNoPassword(service.platform());
        }

        assertThat(jdbcUrl(product)).contains("&password=" + site.snowflake().encodedPassword() + "&");
        assertThat(site.consumer("alice").read(product.oneRow("date"))).hasSize(1);
    }

    private String jdbcUrl(Product product) {
        return site.engine()
                .sourceOf(product.customName())
                .at("/configuration/value/jdbc_url")
                .asText();
    }

    private void showsNoPassword(Platform platform) {
        site.snowflake()
                .passwordIsNotIn(Map.of(
                        "log", world.log(),
                        "answers", platform.heard(),
                        "role mapper", site.roleMapper().text()));
    }
}
