package io.outputport.provisioner.hasura.plan.entry;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.ROLE;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.metadata.document.Export;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.Plans;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that change the names of what is in them: of others, and of our own. */
class CustomizationTest {
    private static final String PREFIX = "healthcare_vaccinations_0_hop_";
    private static final String LEGACY = "{\"name\":\"healthcare_vaccinations_0\",\"kind\":\"postgres\","
            + "\"configuration\":{\"database\":\"db\"},\"customization\":%s,\"tables\":[]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"root_fields":{"namespace":"others"},"type_names":{"prefix":"o_"}} | select  | t
            {"root_fields":{"prefix":"p_"},"type_names":{"suffix":"_x"}}        | select  | t
            {"root_fields":{"prefix":"healthcare_"},"type_names":{"prefix":"o_"}} | select | t
            """)
    void names_that_others_have_in_a_source_of_changed_names_are_free(
            String customization, String select, String name) {
        Export others = others(customization, PREFIX + select, PREFIX + "other_" + name);

        assertThat(taken(others)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"root_fields":{"namespace":"healthcare_vaccinations_0_hop_select"}} | find | t
            {"root_fields":{"prefix":"healthcare_","suffix":"ct"}} | vaccinations_0_hop_sele | t
            """)
    void names_that_become_ours_are_taken(String customization, String select, String name) {
        assertThat(taken(others(customization, select, name)))
                .extracting(Problem::message)
                .containsExactly("The name " + PREFIX + "select is taken in Hasura by table s.t of source spaced.");
    }

    @Test
    void a_custom_name_keeps_its_own_form_in_camel_case_and_what_hasura_appends_does_not() {
        Customization camel = Customization.read(json("{\"naming_convention\":\"graphql-default\"}"));
        ActualTable custom = table("{\"custom_name\":\"my_orders\",\"custom_root_fields\":{\"select_by_pk\":\"one\"}}");
        ActualTable plain = table("{}");

        assertThat(camel.rootField(custom, RootField.SELECT)).isEqualTo("my_orders");
        assertThat(camel.rootField(custom, RootField.SELECT_BY_PK)).isEqualTo("one");
        assertThat(camel.rootField(custom, RootField.SELECT_AGGREGATE)).isEqualTo("my_ordersAggregate");
        assertThat(camel.rootField(plain, RootField.SELECT)).isEqualTo("sBigOrders");
        assertThat(camel.rootField(plain, RootField.SELECT_BY_PK)).isEqualTo("sBigOrdersByPk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"root_fields\":{\"prefix\":\"pre_\"}}",
                "{\"root_fields\":{\"suffix\":\"_x\"}}",
                "{\"root_fields\":{\"namespace\":\"ns\"}}",
                "{\"type_names\":{\"prefix\":\"T\"}}",
                "{\"naming_convention\":\"graphql-default\"}"
            })
    void a_source_that_changes_names_is_passed_over_for_a_new_port(String customization) {
        Export export = Export.of(LEGACY.formatted(customization));

        assertThat(place(export)).isEqualTo(aPort().build().sourceName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"root_fields\":{},\"naming_convention\":\"hasura-default\"}"})
    void a_source_that_changes_nothing_is_taken(String customization) {
        assertThat(place(Export.of(LEGACY.formatted(customization)))).isEqualTo("healthcare_vaccinations_0");
    }

    @Test
    void a_port_that_lives_in_a_source_of_changed_names_is_refused_with_the_reason() {
        Export export = Export.of(LEGACY.formatted("{}"))
                .with(aPort().build())
                .replacing("\"customization\":{}", "\"customization\":{\"root_fields\":{\"prefix\":\"pre_\"}}");

        assertThat(problems(export)).singleElement().satisfies(problem -> {
            assertThat(problem.code().id()).isEqualTo("hasura-source-customized");
            assertThat(problem.message())
                    .isEqualTo("Source healthcare_vaccinations_0 in Hasura has a customization: root fields become"
                            + " pre_…. The port's names would not be those of the descriptor.");
        });
    }

    @Test
    void a_port_that_lives_in_a_source_of_changed_types_goes_on() {
        Export export = Export.of(LEGACY.formatted("{}"))
                .with(aPort().build())
                .replacing("\"customization\":{}", "\"customization\":{\"type_names\":{\"prefix\":\"t_\"}}");

        assertThat(problems(export)).isEmpty();
    }

    @Test
    void a_table_named_as_one_of_our_types_is_taken_and_so_is_a_column_s_type_named_as_one_of_theirs() {
        assertThat(taken(others("{}", "x", PREFIX + "table_aggregate")))
                .extracting(Problem::message)
                .containsExactly("The name " + PREFIX + "table is taken in Hasura by table s.t of source spaced.");
        assertThat(problems(others("{}", "x", "String")))
                .extracting(Problem::message)
                .containsExactly(
                        "A column has the type String, and table s.t of source spaced has a GraphQL type of that"
                                + " name in Hasura.");
    }

    /** Table s.big_orders with this configuration. */
    private static ActualTable table(String configuration) {
        ObjectNode entry = (ObjectNode)
                json("{\"table\":{\"schema\":\"s\",\"name\":\"big_orders\"},\"configuration\":" + configuration + "}");
        return TableReader.read(entry, entry::deepCopy);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(text, broken);
        }
    }

    private static Export others(String customization, String select, String customName) {
        return Export.of("{\"name\":\"spaced\",\"kind\":\"postgres\",\"configuration\":{},\"customization\":"
                + customization + ",\"tables\":[{\"table\":{\"schema\":\"s\",\"name\":\"t\"},\"configuration\":"
                + "{\"custom_name\":\"" + customName + "\",\"custom_root_fields\":{\"select\":\"" + select + "\"}}}]}");
    }

    private static List<Problem> taken(Export export) {
        return Plans.taken(
                aPort().identity(), aPort().build().names(), Actual.NOTHING_READ.withMetadata(export.actual()));
    }

    private static List<Problem> problems(Export export) {
        return edits(export).match(edits -> List.of(), (after, problem) -> List.of(problem), problems -> problems);
    }

    private static String place(Export export) {
        return edits(export)
                .match(
                        edits -> edits.place().orElseThrow().source(),
                        (after, problem) -> problem.message(),
                        List::toString);
    }

    private static Outcome<MetadataChange.Edits> edits(Export export) {
        WantedPort port = aPort().withScalars("String").build();
        return new MetadataChange(port.identity(), ROLE, Optional.of(port)).edits(export.actual());
    }
}
