package io.outputport.provisioner.descriptor.rule;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PORT_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.PREFIX;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.SOURCE_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.WORKLOAD_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static io.outputport.provisioner.descriptor.rule.Verdicts.accepted;
import static io.outputport.provisioner.descriptor.rule.Verdicts.checkFor;
import static io.outputport.provisioner.descriptor.rule.Verdicts.codes;
import static io.outputport.provisioner.descriptor.rule.Verdicts.problems;
import static io.outputport.provisioner.descriptor.rule.Verdicts.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.descriptor.HasuraDescriptor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorCheckTest {

    @Test
    void a_descriptor_with_nothing_wrong_is_read() {
        HasuraDescriptor read = accepted(aDescriptor().yaml());

        assertThat(read.product().majorVersion()).isEqualTo("1");
        assertThat(read.port().id().value()).isEqualTo(PORT_ID);
        assertThat(read.port().fields().selectByPk().value()).isEqualTo(PREFIX + "select_by_pk");
        assertThat(read.port().contract())
                .extracting(column -> column.name().value())
                .containsExactly("meter", "day", "kwh");
        assertThat(read.source().technology().value()).isEqualTo("PostgreSQL");
        assertThat(read.table()).isEqualTo(new SourceTable("postgres", "demo", "energy", "daily_readings"));
    }

    @Test
    void a_misspelt_technology_of_the_port_is_told_although_the_platform_would_do() {
        assertThat(sentences(aDescriptor()
                        .port("technology", "Hasuar")
                        .port("platform", "Hasura")
                        .yaml()))
                .singleElement()
                .asString()
                .contains("The output port's technology is \"Hasuar\"", "Write Hasura if that is meant.");
        assertThat(codes(aDescriptor()
                        .port("technology", "GraphQL")
                        .port("platform", "Hasura")
                        .yaml()))
                .isEmpty();
    }

    @Test
    void json_is_read_as_yaml_is() {
        assertThat(accepted(aDescriptor().json()).table())
                .isEqualTo(accepted(aDescriptor().yaml()).table());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATAPRODUCT_DESCRIPTOR", "DATAPRODUCT_DESCRIPTOR_WITH_RESULTS", "", "x\u0000y"})
    void other_kinds_of_descriptors_are_refused(String kind) {
        assertThat(checkFor(Optional.empty()).check(kind, aDescriptor().yaml()).isDone())
                .isFalse();
    }

    @Test
    void a_data_product_sent_as_a_component_is_recognised() {
        assertThat(sentences("id: urn:dmb:dp:a:b:0\nname: b\ncomponents: []\n"))
                .anyMatch(sentence -> sentence.contains("This is a data product's own descriptor"));
    }

    @Test
    void whatever_is_not_needed_may_be_missing() {
        assertThat(codes(aDescriptor()
                        .productWithout("environment")
                        .productWithout("dataProductOwner")
                        .productWithout("devGroup")
                        .portWithout("description")
                        .portWithout("dataContract")
                        .portWithout("tags")
                        .portWithout("version")
                        .portWithout("technology")
                        .sourceWithout("name")
                        .sourceWithout("version")
                        .yaml()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", "dataProductOwner", "devGroup", "tags", "specific", "maturity"})
    void whatever_is_not_needed_of_the_product_may_be_null(String field) {
        assertThat(codes(aDescriptor().product(field, null).yaml())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"description", "dataContract", "tags", "dataContract.schema", "platform", "sampleData"})
    void whatever_is_not_needed_of_the_port_may_be_null(String field) {
        assertThat(codes(aDescriptor().port(field, null).yaml())).isEmpty();
    }

    @Test
    void numbers_and_booleans_are_taken_where_text_is_expected() {
        HasuraDescriptor read = accepted(aDescriptor()
                .product("version", 1.0)
                .port("description", true)
                .source("specific.schema", 2024)
                .yaml());

        assertThat(read.product().version().value()).isEqualTo("1.0");
        assertThat(read.port().description()).contains("true");
        assertThat(read.table().schema()).isEqualTo("2024");
    }

    @Test
    void letter_case_of_kinds_ids_and_technologies_does_not_matter() {
        assertThat(codes(aDescriptor()
                        .root("componentIdToProvision", PORT_ID.toUpperCase(java.util.Locale.ROOT))
                        .port("kind", "outputPort")
                        .port("technology", "HASURA")
                        .port("dependsOn", List.of(SOURCE_ID.replace("urn:dmb", "URN:DMB")))
                        .source("kind", "OutputPort")
                        .source("technology", "POSTGRESQL")
                        .yaml()))
                .isEmpty();
    }

    @Test
    void the_domain_loses_its_entity_prefix() {
        assertThat(accepted(aDescriptor().product("domain", "domain:energy").yaml())
                        .product()
                        .domain()
                        .value())
                .isEqualTo("energy");
    }

    @Test
    void missing_fields_are_told_all_at_once_in_the_order_of_the_text() {
        List<Problem> problems = problems(aDescriptor()
                .productWithout("domain")
                .portWithout("name")
                .portWithout("specific.select")
                .portWithout("dependsOn")
                .root("componentIdToProvision", PORT_ID)
                .yaml());

        assertThat(problems)
                .extracting(problem -> problem.path().orElse(""))
                .containsExactly(
                        "dataProduct.domain",
                        "dataProduct.components[2].name",
                        "dataProduct.components[2].dependsOn",
                        "dataProduct.components[2].specific.select");
        assertThat(problems)
                .isSortedAccordingTo((one, other) ->
                        one.position().orElseThrow().compareTo(other.position().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"id", "name", "version"})
    void a_required_field_of_another_shape_is_named(String field) {
        assertThat(sentences(aDescriptor().product(field, List.of("a")).yaml()))
                .anyMatch(sentence -> sentence.contains(field + " is a list, but must be text."));
    }

    @Test
    void an_unknown_component_is_answered_with_the_nearest_id() {
        assertThat(sentences(aDescriptor()
                        .root("componentIdToProvision", PORT_ID.replace("graphql", "grapql"))
                        .yaml()))
                .singleElement()
                .asString()
                .contains("No component of the data product has the id", "Did you mean \"" + PORT_ID + "\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {WORKLOAD_ID, SOURCE_ID})
    void components_of_others_are_refused_without_asking_for_our_fields(String id) {
        assertThat(sentences(aDescriptor().root("componentIdToProvision", id).yaml()))
                .singleElement()
                .asString()
                .contains("this provisioner serves components of kind outputport whose technology is Hasura.");
    }

    @Test
    void an_id_that_two_components_have_is_refused() {
        assertThat(codes(aDescriptor().withComponent(PORT_ID, "workload", "x").yaml()))
                .containsExactly("component-not-unique");
        assertThat(codes(aDescriptor().withComponent(SOURCE_ID, "workload", "x").yaml()))
                .containsExactly("component-not-unique");
    }

    @Test
    void descriptors_of_another_environment_are_refused() {
        String text = aDescriptor().yaml();

        assertThat(checkFor(Optional.of("Development"))
                        .check("COMPONENT_DESCRIPTOR", text)
                        .isDone())
                .isTrue();
        assertThat(Verdicts.codes(checkFor(Optional.of("production")).check("COMPONENT_DESCRIPTOR", text)))
                .containsExactly("environment-mismatch");
    }

    @Test
    void control_characters_and_endless_names_are_refused_and_not_repeated() {
        List<String> sentences = sentences(aDescriptor()
                .product("name", "Meter\u001B[31m Readings")
                .port("name", "x".repeat(1_000_000))
                .json());

        assertThat(sentences).anyMatch(sentence -> sentence.contains("Meter\\u001B[31m Readings"));
        assertThat(sentences).allMatch(sentence -> sentence.length() < 600 && sentence.indexOf(0x1B) < 0);
    }

    @Test
    void a_column_stands_once_and_has_a_name() {
        assertThat(codes(aDescriptor()
                        .port(
                                "dataContract.schema",
                                List.of(
                                        Map.of("name", "a b"),
                                        Map.of("name", "A B"),
                                        Map.of("name", "a b"),
                                        Map.of("dataType", "TEXT"),
                                        "c",
                                        Map.of("name", "x\u0007")))
                        .json()))
                .containsExactly(
                        "column-not-unique",
                        "descriptor-missing-field",
                        "descriptor-wrong-shape",
                        "text-control-character");
    }

    @Test
    void tags_and_constraints_are_read_in_all_their_forms() {
        Map<String, Object> column = Map.of("name", "a", "tags", Arrays.asList("x", null, Map.of("tagFQN", "y")));
        String yaml = aDescriptor().port("dataContract.schema", List.of(column)).yaml();

        assertThat(accepted(yaml).port().contract().get(0).tags()).containsExactly("x", "y");
        assertThat(accepted(yaml.replace("name: a\n", "name: a\n        constraint: NULL\n"))
                        .port()
                        .contract()
                        .get(0)
                        .constraint())
                .contains("NULL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'PII'",
                "' PII '",
                "[' PII ', Tier.One]",
                "[{name: PII}]",
                "[{tagFqn: PII}]",
                "[{tagFQN: PII, description: secret, source: Tag, labelType: Manual, state: Confirmed}]",
                "{TagFQN: PII}",
                "[[Tier.One, [PII]]]",
                "'Tier.One, PII'",
                "[Tier.One; PII]",
                "[{name: [Tier.One, PII]}]",
                "[{PII: true}]",
                "[{classification: PII}]",
                "[{tag: {tagFQN: PII}}]"
            })
    void a_tag_is_read_in_every_form_that_catalogues_write(String written) {
        String yaml = aDescriptor()
                .port("dataContract.schema", List.of(Map.of("name", "a", "tags", "here")))
                .yaml();

        assertThat(accepted(yaml.replace("tags: here", "tags: " + written).replace("tags: 'here'", "tags: " + written))
                        .port()
                        .contract()
                        .get(0)
                        .tags())
                .contains("PII")
                .doesNotContain("secret", "Tag", "Manual", "Confirmed");
    }

    @Test
    void a_column_has_the_tags_of_what_is_nested_in_it() {
        Map<String, Object> inner = Map.of("name", "street", "Tags", "PII");
        Map<String, Object> middle = Map.of("name", "address", "children", List.of(inner));
        Map<String, Object> column = Map.of("name", "customer", "tags", List.of("x"), "children", List.of(middle));

        assertThat(accepted(aDescriptor()
                                .port("dataContract.schema", List.of(column))
                                .yaml())
                        .port()
                        .contract()
                        .get(0)
                        .tags())
                .containsExactlyInAnyOrder("x", "PII");
    }

    @Test
    void new_column_names_are_asked_for() {
        assertThat(accepted(aDescriptor().yaml()).port().renameColumns()).isFalse();
        assertThat(accepted(aDescriptor().port("specific.renameColumns", "true").yaml())
                        .port()
                        .renameColumns())
                .isTrue();
        assertThat(sentences(
                        aDescriptor().port("specific.renameColumns", "maybe").yaml()))
                .singleElement()
                .asString()
                .endsWith("renameColumns says neither yes nor no. Write true or false, or leave it out.");
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, false", "'yes', true", "Off, false"})
    void aggregations_can_be_allowed_or_not(String written, boolean meant) {
        assertThat(accepted(aDescriptor()
                                .port("specific.allowAggregations", written)
                                .yaml())
                        .port()
                        .allowAggregations())
                .contains(meant);
    }

    @Test
    void aggregations_that_are_neither_allowed_nor_not_are_refused() {
        assertThat(codes(aDescriptor()
                        .port("specific.allowAggregations", "perhaps")
                        .yaml()))
                .containsExactly("descriptor-wrong-shape");
    }

    @Test
    void thousands_of_problems_are_cut_to_a_hundred() {
        List<Map<String, String>> columns = IntStream.range(0, 5_000)
                .mapToObj(column -> Map.of("name", "same"))
                .toList();

        List<Problem> problems =
                problems(aDescriptor().port("dataContract.schema", columns).json());

        assertThat(problems).hasSize(101);
        assertThat(problems.get(100).message()).isEqualTo("There are 4899 more problems.");
    }
}
