package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A descriptor writes names as people do; Snowflake has them exactly. */
@ExtendWith(World.Provided.class)
class SnowflakeNamesStoryTest {
    /** The contract's columns with the second in mixed and the first in lower case. */
    private static final String QUOTED_COLUMNS = "\"DATE\" as \"date\", \"LOCATION_KEY\" as \"Location_Key\","
            + " \"NEW_PERSONS_VACCINATED\", \"NEW_PERSONS_FULLY_VACCINATED\", \"NEW_VACCINE_DOSES_ADMINISTERED\","
            + " \"CUMULATIVE_PERSONS_VACCINATED\", \"CUMULATIVE_PERSONS_FULLY_VACCINATED\","
            + " \"CUMULATIVE_VACCINE_DOSES_ADMINISTERED\"";

    private static final String PLACE = "          database: HEALTHCARE\n          schema: VACCINATIONS_0\n";

    private final World world;
    private final Platform platform;
    private final Snowflake snowflake;
    private final Database healthcare;

    SnowflakeNamesStoryTest(World world) {
        this.world = world;
        this.platform = world.platform();
        this.healthcare = world.database("HEALTHCARE");
        this.snowflake = world.snowflake();
    }

    @AfterEach
    void nobody_was_shown_the_password() {
        snowflake.passwordIsNowhere(world, platform);
    }

    @ParameterizedTest
    @CsvSource({"Lower, vaccinations_clean_view", "Mixed, Vaccinations_Clean_View"})
    void a_name_that_exists_only_in_upper_case_is_found_and_the_log_says_so(String name, String view) {
        Product product = Product.onSnowflake(name).with("vaccinations_clean_view", view);

        JsonNode status = platform.provision(product.sample());

        assertThat(tableOf(product)).isEqualTo("[\"HEALTHCARE\",\"VACCINATIONS_0\",\"VACCINATIONS_CLEAN_VIEW\"]");
        assertThat(Platform.messages(status))
                .contains("Its exact name is HEALTHCARE.VACCINATIONS_0.VACCINATIONS_CLEAN_VIEW, not"
                        + " HEALTHCARE.VACCINATIONS_0." + view
                        + "; there is none of that name, so the exact one is used.");
    }

    @Test
    void database_and_schema_too() {
        Product product = Product.onSnowflake("Places")
                .with("database: HEALTHCARE", "database: healthcare")
                .with("schema: VACCINATIONS_0", "schema: Vaccinations_0");

        JsonNode status = platform.provision(product.sample());

        assertThat(tableOf(product)).startsWith("[\"HEALTHCARE\",\"VACCINATIONS_0\",");
        assertThat(Platform.messages(status)).anyMatch(line -> line.contains("not healthcare.Vaccinations_0."));
    }

    @Test
    void a_name_that_exists_as_written_needs_no_word() {
        Product product = Product.onSnowflake("Upper").with("vaccinations_clean_view", "VACCINATIONS_CLEAN_VIEW");

        JsonNode status = platform.provision(product.sample());

        assertThat(Platform.messages(status)).noneMatch(line -> line.contains("exact name"));
    }

    @Test
    void a_quoted_name_comes_before_the_upper_case_one() {
        healthcare.view("QUOTED_0", "Clean_View", QUOTED_COLUMNS, "\"LOCATION_KEY\" = 'IT'");
        healthcare.view("QUOTED_0", "CLEAN_VIEW", QUOTED_COLUMNS, "true");
        Product product = inSchema(Product.onSnowflake("Quoted"), "QUOTED_0", "Clean_View");

        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        assertThat(tableOf(product)).isEqualTo("[\"HEALTHCARE\",\"QUOTED_0\",\"Clean_View\"]");
        assertThat(world.consumer("alice").read(product.count())).hasToString("{\"aggregate\":{\"count\":100}}");
    }

    @Test
    void other_letter_case_than_either_is_not_found() {
        healthcare.view("CASES_0", "Clean_View", QUOTED_COLUMNS, "true");
        Product product = inSchema(Product.onSnowflake("Cases"), "CASES_0", "clean_view");

        JsonNode status = platform.failed(platform.startProvision(product.sample()));

        assertThat(status.path("result").asText()).contains("no view or table CASES_0.clean_view");
    }

    @Test
    void a_database_that_does_not_exist_is_named() {
        Product product = Product.onSnowflake("Nowhere").with("database: HEALTHCARE", "database: NOWHERE");

        JsonNode status = platform.failed(platform.startProvision(product.sample()));

        assertThat(status.path("result").asText()).contains("has no database NOWHERE", "specific.database");
    }

    @Test
    void consumers_see_columns_as_the_contract_writes_them() {
        healthcare.view("COLUMNS_0", "CLEAN_VIEW", QUOTED_COLUMNS, "\"LOCATION_KEY\" = 'IT'");
        Product product = inSchema(Product.onSnowflake("Columns"), "COLUMNS_0", "clean_view");

        JsonNode status = platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        JsonNode row = world.consumer("alice")
                .read(
                        "{ %s(where: {date: {_eq: \"2021-02-03\"}}) { date location_key new_vaccine_doses_administered } }"
                                .formatted(product.select()));
        assertThat(row)
                .hasToString("[{\"date\":\"2021-02-03\",\"location_key\":\"IT\","
                        + "\"new_vaccine_doses_administered\":1776}]");
        JsonNode columns = world.engine().tableOf(product.customName()).at("/configuration/column_config");
        assertThat(columns.at("/Location_Key/custom_name").asText()).isEqualTo("location_key");
        assertThat(columns.has("date")).isFalse();
        assertThat(Platform.messages(status))
                .anyMatch(line -> line.startsWith("Consumers see columns under other names than the source has:"
                        + " location_key for Location_Key, new_persons_vaccinated for NEW_PERSONS_VACCINATED,"));
    }

    @Test
    void without_database_and_schema_they_follow_from_the_data_product() {
        healthcare.view("DEFAULTED_0", "VACCINATIONS_CLEAN_VIEW", "*", "\"LOCATION_KEY\" = 'IT'");
        Product product = Product.onSnowflake("Defaulted").with(PLACE, "");

        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        assertThat(tableOf(product)).isEqualTo("[\"HEALTHCARE\",\"DEFAULTED_0\",\"VACCINATIONS_CLEAN_VIEW\"]");
        assertThat(world.consumer("alice").read(product.count())).hasToString("{\"aggregate\":{\"count\":100}}");
    }

    @Test
    void a_custom_view_wins() {
        healthcare.view("CUSTOM_0", "VACCINATIONS_CLEAN_VIEW", "*", "\"LOCATION_KEY\" = 'IT'");
        Product product = Product.onSnowflake("Customized")
                .with(
                        "viewName: vaccinations_clean_view\n",
                        "viewName: vaccinations_clean_view\n          customView: create or replace view"
                                + " healthcare.custom_0.vaccinations_clean_view as select 1\n");

        platform.provision(product.sample());
        platform.updateAcl(product.sample(), "user:alice");

        assertThat(tableOf(product)).isEqualTo("[\"HEALTHCARE\",\"CUSTOM_0\",\"VACCINATIONS_CLEAN_VIEW\"]");
        assertThat(world.consumer("alice").read(product.count())).hasToString("{\"aggregate\":{\"count\":100}}");
    }

    private String tableOf(Product product) {
        return world.engine().tableOf(product.customName()).path("table").toString();
    }

    private static Product inSchema(Product product, String schema, String view) {
        return product.with("schema: VACCINATIONS_0", "schema: " + schema)
                .with("viewName: vaccinations_clean_view", "viewName: " + view);
    }
}
