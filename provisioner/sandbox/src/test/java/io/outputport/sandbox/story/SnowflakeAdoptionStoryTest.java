package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.predecessor.OldPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the Python service left on Snowflake is taken over: its ports live on, its passwords go when the operator says so. */
@ExtendWith(World.Provided.class)
@SecretsInMetadata
class SnowflakeAdoptionStoryTest {
    private static final String MODE = "SNOWFLAKE_SECRET_MODE";

    private final World world;
    private Site site;

    @TempDir
    private Path tasks;

    SnowflakeAdoptionStoryTest(World world) {
        this.world = world;
        world.snowflake();
    }

    @BeforeEach
    void start() throws IOException {
        site = Site.start(world, "old/pass%&#+1");
        world.database("HEALTHCARE")
                .run(
                        "create schema if not exists \"LEGACY_0\"",
                        "drop view if exists \"LEGACY_0\".\"VACCINATIONS_CLEAN_VIEW\"",
                        "create view \"LEGACY_0\".\"VACCINATIONS_CLEAN_VIEW\" as"
                                + " select *, 'x' as \"NOTE\" from \"VACCINATIONS_0\".\"VACCINATIONS_CLEAN\"");
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void a_live_port_is_taken_over_as_it_is_while_its_consumers_read_on() {
        Product product = port();
        OldPort old = left(product);
        JsonNode configuration = site.engine().sourceOf(product.customName()).path("configuration");

        try (Watching service = Watching.start(site.variables(), "report", tasks)) {
            Reading reading = Reading.start(site.consumer("alice"), product.oneRow("DATE LOCATION_KEY"));
            JsonNode status;
            try (reading) {
                status = service.platform().provision(product.sample());
            }

            assertThat(reading.refusals()).isEmpty();
            assertThat(Platform.messages(status))
                    .anyMatch(line -> line.startsWith("Consumers lose these columns:") && line.contains("NOTE"))
                    .as("the Python service showed the names of the database, the contract writes others")
                    .anyMatch(line -> line.startsWith("Consumers keep the names of columns that they use: DATE (the"
                            + " contract writes date), LOCATION_KEY (the contract writes location_key)"))
                    .noneMatch(line -> line.contains("under other names"));
            showsNoPassword(service.platform());
            JsonNode source = site.engine().sourceOf(product.customName());
            assertThat(source.path("name").asText()).isEqualTo(old.source());
            assertThat(source.path("configuration")).isEqualTo(configuration);
            JsonNode table = site.engine().tableOf(product.customName());
            assertThat(table.path("table")).hasToString("[\"VACCINATIONS_CLEAN_VIEW\"]");
            assertThat(table.at("/select_permissions/0/permission/columns"))
                    .hasSize(8)
                    .noneMatch(column -> column.asText().equals("NOTE"));
            assertThat(people(product).users()).containsExactly("user:alice");
            assertThat(people(product).groups()).containsExactly("group:analysts");
            assertThat(service.awaitState(product, "IN_SYNC").path("source").asText())
                    .isEqualTo(old.source());

            service.platform().unprovision(product.sample());
            assertThat(site.engine().metadata().path("sources")).isEmpty();
        }
    }

    @Test
    void everything_that_happens_around_a_port_leaves_its_consumers_the_names_they_use() {
        Product product = port();
        left(product);
        Product neighbour = Product.archiveOnSnowflake("Vaccinations");

        try (OwnService service = OwnService.start(site.variables(), tasks)) {
            Platform platform = service.platform();
            Reading reading = Reading.start(site.consumer("alice"), product.oneRow("DATE NEW_PERSONS_VACCINATED"));
            try (reading) {
                platform.validate(product.sample());
                platform.plan(product.sample());
                platform.provision(product.sample());
                platform.updateAcl(product.sample(), "user:alice", "user:bob");
                platform.provision(product.with("name: date", "name: Date").sample());
                platform.provision(neighbour.sample());
                platform.unprovision(neighbour.sample());
                platform.provision(product.sample());
                platform.updateAcl(product.sample(), "user:alice");
            }

            assertThat(reading.refusals()).isEmpty();
            assertThat(site.consumer("alice").read(product.oneRow("DATE LOCATION_KEY")))
                    .hasSize(1);
            assertThat(site.engine().tableOf(product.customName()).at("/configuration/column_config"))
                    .noneMatch(column -> column.has("custom_name"));
        }
    }

    @Test
    void new_names_are_asked_for_planned_and_told() {
        Product product = port();
        left(product);
        Product renamed = product.with("          select: ", "          renameColumns: true\n          select: ");

        try (OwnService service = OwnService.start(site.variables(), tasks)) {
            service.platform().provision(product.sample());
            JsonNode plan = service.platform().plan(renamed.sample());
            JsonNode status = service.platform().provision(renamed.sample());

            assertThat(plan.at("/schema/sdl").asText()).contains("location_key").doesNotContain("LOCATION_KEY");
            assertThat(plan.path("remarks").toString()).contains("date (was DATE)");
            assertThat(Platform.messages(status))
                    .anyMatch(line -> line.startsWith("Consumers find these columns under other names")
                            && line.contains("date (was DATE)"));
            assertThat(site.consumer("alice").read(product.oneRow("date location_key")))
                    .hasSize(1);
        }
    }

    @Test
    void a_column_that_is_gone_from_the_view_is_gone_from_hasura_s_configuration() {
        Product product = port();
        left(product);
        try (OwnService service = OwnService.start(site.variables(), tasks)) {
            service.platform()
                    .provision(product.with("          select: ", "          renameColumns: true\n          select: ")
                            .sample());
            world.database("HEALTHCARE")
                    .run(
                            "drop view \"LEGACY_0\".\"VACCINATIONS_CLEAN_VIEW\"",
                            "create view \"LEGACY_0\".\"VACCINATIONS_CLEAN_VIEW\" as select \"DATE\", \"LOCATION_KEY\""
                                    + " from \"VACCINATIONS_0\".\"VACCINATIONS_CLEAN\"");
            Product narrow = Product.onSnowflake("Vaccinations")
                    .with("schema: VACCINATIONS_0", "schema: LEGACY_0")
                    .contracting("[{name: date, dataType: DATE}, {name: location_key, dataType: TEXT}]");

            service.platform().provision(narrow.sample());

            assertThat(site.engine()
                            .tableOf(product.customName())
                            .at("/configuration/column_config")
                            .properties())
                    .extracting(java.util.Map.Entry::getKey)
                    .containsExactlyInAnyOrder("DATE", "LOCATION_KEY");
            assertThat(site.consumer("alice").read(product.oneRow("date"))).hasSize(1);
        }
    }

    @Test
    void the_setting_given_explicitly_takes_the_password_out_while_consumers_read_on() {
        Product product = port();
        left(product);
        try (OwnService before = OwnService.start(site.variables(), tasks)) {
            before.platform().provision(product.sample());
        }

        Reading reading = Reading.start(site.consumer("alice"), product.oneRow("DATE"));
        try (reading;
                OwnService service = OwnService.start(site.variablesWith(MODE, "environment"), tasks)) {
            service.platform().provision(product.sample());
        }

        assertThat(reading.refusals()).isEmpty();
        site.snowflake()
                .passwordIsNotIn(Map.of("metadata", site.engine().metadata().toString()));
        assertThat(site.engine().tableOf(product.customName()).path("table"))
                .hasToString("[\"VACCINATIONS_CLEAN_VIEW\"]");
        assertThat(people(product).users()).containsExactly("user:alice");
    }

    @Test
    void a_port_that_the_python_service_removed_comes_back_without_the_people_it_left_behind() {
        Product product = port();
        OldPort old = left(product);
        site.predecessor().unprovision(old);

        try (OwnService service = OwnService.start(site.variables(), tasks)) {
            service.platform().provision(product.sample());

            site.consumer("alice").isRefused(product.oneRow("date"));
            site.consumer("bob+analysts").isRefused(product.oneRow("date"));
            service.platform().updateAcl(product.sample(), "user:bob");
            assertThat(site.consumer("bob").read(product.oneRow("date"))).hasSize(1);
            site.consumer("alice").isRefused(product.oneRow("date"));
        }
    }

    private static Product port() {
        return Product.onSnowflake("Vaccinations").with("schema: VACCINATIONS_0", "schema: LEGACY_0");
    }

    /** Alive, with people. */
    private OldPort left(Product product) {
        OldPort old = Legacy.onSnowflake(product, site);
        site.predecessor().provision(old);
        site.predecessor().updateAcl(old, List.of("user:alice", "group:analysts"));
        return old;
    }

    private RoleMapperState.Role people(Product product) {
        return site.roleMapper().of(product.componentId()).orElseThrow();
    }

    private void showsNoPassword(Platform platform) {
        site.snowflake()
                .passwordIsNotIn(Map.of(
                        "log", world.log(),
                        "answers", platform.heard(),
                        "role mapper", site.roleMapper().text()));
    }
}
