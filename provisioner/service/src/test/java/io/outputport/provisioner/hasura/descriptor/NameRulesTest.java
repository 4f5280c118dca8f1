package io.outputport.provisioner.hasura.descriptor;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PREFIX;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static io.outputport.provisioner.descriptor.rule.Verdicts.codes;
import static io.outputport.provisioner.descriptor.rule.Verdicts.problems;
import static io.outputport.provisioner.descriptor.rule.Verdicts.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.DescriptorBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameRulesTest {

    @ParameterizedTest
    @CsvSource({
        "energy_meterreadings_1_graphqlreadings_my-select, my-select is illegal, my_select",
        "Energy_MeterReadings_1_GraphqlReadings_All, wrong case, All",
        "energy_meter_readings_1_graphqlreadings_all, wrong product, all",
        "energy_meterreadings_1_graphqlreadingsall, no underscore, all",
        "energy_wrong, wrong after the domain, select",
        "all_rows, no prefix, all_rows",
        "__all, reserved, __all",
        "größe, other letters, gre",
        "€, no letters, select",
    })
    void a_wrong_name_is_answered_with_the_exact_name_to_write(String written, String why, String ending) {
        List<Problem> problems =
                problems(aDescriptor().port("specific.select", written).yaml());

        assertThat(problems)
                .as(why)
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint())
                        .contains("Write " + PREFIX + ending.replace("my_select", "myselect") + "."));
    }

    @ParameterizedTest
    @CsvSource({
        "customTableName, table",
        "select, select",
        "selectByPk, select_by_pk",
        "selectAggregate, aggregate",
        "selectStream, stream"
    })
    void a_missing_name_is_answered_with_the_exact_name_to_write(String field, String ending) {
        assertThat(sentences(aDescriptor().portWithout("specific." + field).yaml()))
                .singleElement()
                .asString()
                .endsWith(field + " is missing. Add " + field + ": " + PREFIX + ending + ".");
    }

    @Test
    void a_typing_error_in_a_field_name_is_pointed_at() {
        DescriptorBuilder descriptor =
                aDescriptor().portWithout("specific.selectByPk").port("specific.selectBypk", PREFIX + "by_pk");

        assertThat(sentences(descriptor.yaml()))
                .singleElement()
                .asString()
                .endsWith("There is \"selectBypk\": did you mean selectByPk?");
    }

    @Test
    void specific_as_text_is_told_alone_and_not_beside_the_names_that_it_lacks() {
        assertThat(codes(aDescriptor().port("specific", "no names at all").yaml()))
                .containsExactly("descriptor-wrong-shape");
    }

    @Test
    void the_four_root_fields_differ() {
        List<String> sentences = sentences(aDescriptor()
                .port("specific.select", PREFIX + "all")
                .port("specific.selectByPk", PREFIX + "all")
                .port("specific.selectAggregate", PREFIX + "select_by_pk")
                .yaml());

        assertThat(sentences)
                .singleElement()
                .asString()
                .contains("is the name of select too", PREFIX + "select_by_pk_2.");
    }

    @Test
    void the_table_may_be_named_as_a_root_field() {
        assertThat(codes(aDescriptor()
                        .port("specific.customTableName", PREFIX + "select")
                        .yaml()))
                .isEmpty();
    }

    @Test
    void every_name_that_is_suggested_is_accepted() {
        DescriptorBuilder descriptor = aDescriptor();
        for (NamedField field : NamedField.values()) {
            descriptor.port("specific." + field.field(), "same-name");
        }

        List<Problem> problems = problems(descriptor.yaml());
        problems.forEach(problem -> descriptor.port(
                problem.path().orElseThrow().replace("dataProduct.components[2].", ""),
                problem.hint().orElseThrow().replaceAll("Write (\\w+)\\.", "$1")));

        assertThat(problems).hasSize(5);
        assertThat(codes(descriptor.yaml())).isEmpty();
    }

    @Test
    void the_prefix_with_the_products_identifier_is_accepted() {
        DescriptorBuilder descriptor = aDescriptor().product("name", "Readings of Meters");

        assertThat(codes(descriptor.yaml())).isEmpty();
    }

    @Test
    void a_name_longer_than_the_role_mapper_can_keep_is_refused() {
        assertThat(codes(aDescriptor()
                        .port("specific.select", PREFIX + "x".repeat(250))
                        .yaml()))
                .containsExactly("text-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"???", "日本"})
    void a_name_of_which_nothing_is_left_is_refused(String name) {
        assertThat(codes(aDescriptor().product("name", name).yaml())).containsExactly("name-without-letters");
    }

    @Test
    void parts_that_leave_no_room_for_names_are_refused() {
        assertThat(codes(aDescriptor().port("name", "x".repeat(240)).yaml())).containsExactly("text-too-long");
    }
}
