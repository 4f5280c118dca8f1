package io.outputport.provisioner.descriptor.subject;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.PORT_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.SOURCE_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.WORKLOAD_ID;
import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static io.outputport.provisioner.descriptor.rule.Verdicts.accepted;
import static io.outputport.provisioner.descriptor.rule.Verdicts.codes;
import static io.outputport.provisioner.descriptor.rule.Verdicts.problems;
import static io.outputport.provisioner.descriptor.rule.Verdicts.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.provisioner.descriptor.DescriptorBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class SourceSearchTest {

    @Test
    void one_text_is_as_good_as_a_list_of_one() {
        assertThat(codes(aDescriptor().port("dependsOn", SOURCE_ID).yaml())).isEmpty();
    }

    @Test
    void workloads_unknown_ids_and_repetitions_beside_the_one_output_port_do_not_matter() {
        List<String> dependsOn = List.of(WORKLOAD_ID, "urn:dmb:cmp:other:product:0:port", SOURCE_ID, SOURCE_ID);

        assertThat(accepted(aDescriptor().port("dependsOn", dependsOn).yaml())
                        .source()
                        .id()
                        .value())
                .isEqualTo(SOURCE_ID);
    }

    @Test
    void specific_may_be_written_as_text_that_holds_the_object() {
        assertThat(accepted(aDescriptor()
                                .source("specific", "database: demo\nschema: energy\nviewName: daily_readings\n")
                                .yaml())
                        .table())
                .isEqualTo(accepted(aDescriptor().yaml()).table());
    }

    @Test
    void a_misspelt_technology_is_told_although_the_platform_would_do() {
        assertThat(sentences(aDescriptor()
                        .source("technology", "Snwoflake")
                        .source("platform", "Snowflake")
                        .yaml()))
                .singleElement()
                .asString()
                .contains("technology", "\"Snwoflake\", which is not known here. Write snowflake if that is meant.");
    }

    @Test
    void no_dependency_is_refused_however_it_is_written() {
        assertThat(codes(aDescriptor().portWithout("dependsOn").yaml())).containsExactly("source-missing");
        assertThat(codes(aDescriptor().port("dependsOn", null).yaml())).containsExactly("source-missing");
        assertThat(codes(aDescriptor().port("dependsOn", List.of()).yaml())).containsExactly("source-missing");
        assertThat(codes(aDescriptor().port("dependsOn", "").yaml())).containsExactly("source-missing");
    }

    @Test
    void each_dependency_that_is_no_source_says_why() {
        List<Object> dependsOn = List.of(WORKLOAD_ID, SOURCE_ID.replace("view", "veiw"), PORT_ID, Map.of("id", "x"));

        assertThat(sentences(aDescriptor().port("dependsOn", dependsOn).yaml()))
                .satisfiesExactly(
                        workload -> assertThat(workload).contains("is not an output port, but of kind workload."),
                        unknown -> assertThat(unknown)
                                .contains("is not a component of this data product.", "Did you mean \"" + SOURCE_ID),
                        itself -> assertThat(itself).contains("The output port depends on itself."),
                        object -> assertThat(object).contains("An entry of dependsOn is an object, but must be text."));
    }

    @Test
    void two_output_ports_are_one_too_many() {
        String second = "urn:dmb:cmp:energy:meter-readings:1:second";

        assertThat(sentences(aDescriptor()
                        .withComponent(second, "outputport", "Snowflake")
                        .port("dependsOn", List.of(SOURCE_ID, second))
                        .yaml()))
                .singleElement()
                .asString()
                .contains("dependsOn names 2 output ports", SOURCE_ID, second);
    }

    @Test
    void the_platform_counts_where_the_technology_is_missing_or_unknown() {
        assertThat(accepted(aDescriptor()
                                .sourceWithout("technology")
                                .source("platform", "Snowflake")
                                .yaml())
                        .table()
                        .technology())
                .isEqualTo("snowflake");
        assertThat(accepted(aDescriptor()
                                .source("technology", "dbt")
                                .source("platform", "postgres")
                                .yaml())
                        .table()
                        .technology())
                .isEqualTo("postgres");
    }

    @Test
    void an_unknown_technology_is_answered_with_the_known_ones() {
        assertThat(sentences(aDescriptor().source("technology", "Impala").yaml()))
                .singleElement()
                .asString()
                .contains(
                        "dataProduct.components[1].technology",
                        "\"Impala\"",
                        "Data can be served from postgres, snowflake.");
        assertThat(codes(aDescriptor().sourceWithout("technology").yaml()))
                .containsExactly("source-technology-unknown");
    }

    @Test
    void what_the_technology_finds_wrong_stands_among_the_other_problems() {
        assertThat(problems(aDescriptor()
                        .sourceWithout("specific.viewName")
                        .portWithout("specific.select")
                        .yaml()))
                .extracting(problem -> problem.path().orElse(""))
                .containsExactly("dataProduct.components[1].technology", "dataProduct.components[2].specific.select");
    }

    @Test
    void thousands_of_components_and_dependencies_are_followed_in_time() {
        DescriptorBuilder descriptor = aDescriptor();
        List<String> ids = IntStream.range(0, 5_000)
                .mapToObj(number -> SOURCE_ID + "x".repeat(40) + number)
                .toList();
        ids.forEach(id -> descriptor.withComponent(id, "workload", "x"));
        String text = descriptor
                .port("dependsOn", ids.stream().map(id -> id + "00").toList())
                .json();

        List<String> codes = Assertions.assertTimeout(Duration.ofMinutes(1), () -> codes(text));

        assertThat(codes).hasSizeBetween(1, 20).containsOnly("source-missing");
    }
}
