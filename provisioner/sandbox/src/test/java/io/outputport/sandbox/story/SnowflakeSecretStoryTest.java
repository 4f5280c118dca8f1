package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where the password stands, and what happens when it changes. */
@ExtendWith(World.Provided.class)
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

    @Test
    void the_source_of_the_python_service_is_taken_over_as_it_is() {
        Product product = legacy();
        JsonNode configuration = site.engine().sourceOf(product.customName()).path("configuration");

        try (OwnService service = OwnService.start(site.variables(), tasks)) {
            JsonNode status = service.platform().provision(product.sample());

            assertThat(Platform.messages(status))
                    .anyMatch(line -> line.startsWith("Consumers lose these columns:") && line.contains("NOTE"));
            showsNoPassword(service.platform());
            assertThat(site.engine().sourceOf(product.customName()).path("configuration"))
                    .isEqualTo(configuration);
            assertThat(site.engine().sourceOf(product.customName()).path("name").asText())
                    .isEqualTo("healthcare_vaccinations_0");
            JsonNode table = site.engine().tableOf(product.customName());
            assertThat(table.path("table")).hasToString("[\"VACCINATIONS_CLEAN_VIEW\"]");
            assertThat(table.at("/select_permissions/0/permission/columns"))
                    .hasSize(8)
                    .noneMatch(column -> column.asText().equals("NOTE"));
            assertThat(site.consumer("alice").read(product.oneRow("date"))).hasSize(1);

            service.platform().unprovision(product.sample());
            assertThat(site.engine().metadata().path("sources")).isEmpty();
        }
    }

    @Test
    void the_setting_given_explicitly_takes_the_password_out_of_an_adopted_source() {
        Product product = legacy();

        try (OwnService service = OwnService.start(site.variablesWith(MODE, "environment"), tasks)) {
            service.platform().provision(product.sample());
        }

        site.snowflake()
                .passwordIsNotIn(Map.of("metadata", site.engine().metadata().toString()));
        assertThat(site.engine().tableOf(product.customName()).path("table"))
                .hasToString("[\"VACCINATIONS_CLEAN_VIEW\"]");
        assertThat(site.consumer("alice").read(product.oneRow("date"))).hasSize(1);
    }

    /** What the Python service left: one source for the product, all columns, alice with access. */
    private Product legacy() {
        world.database("HEALTHCARE")
                .run(
                        "create schema if not exists \"LEGACY_0\"",
                        "create or replace view \"LEGACY_0\".\"VACCINATIONS_CLEAN_VIEW\" as"
                                + " select *, 'x' as \"NOTE\" from \"VACCINATIONS_0\".\"VACCINATIONS_CLEAN\"");
        Product product = Product.onSnowflake("Vaccinations").with("schema: VACCINATIONS_0", "schema: LEGACY_0");
        String role = product.prefix() + "role";
        site.engine().operation(Legacy.metadata(product, role, site));
        site.roleMapper()
                .put(
                        new RoleMapperState.Role(
                                role,
                                List.of(product.select(), product.customName() + "_agg"),
                                List.of("user:alice"),
                                List.of()),
                        product.componentId());
        return product;
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
