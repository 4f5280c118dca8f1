package io.outputport.provisioner.hasura.plan.wanted;

import static io.outputport.provisioner.descriptor.DescriptorBuilder.aDescriptor;
import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.Columns;
import io.outputport.provisioner.descriptor.DescriptorBuilder;
import io.outputport.provisioner.descriptor.FakeTechnology;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.descriptor.model.OutputPortDescriptor;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.rule.DescriptorCheck;
import io.outputport.provisioner.descriptor.source.SourceRules;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.tree.DescriptorLimits;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.hasura.descriptor.HasuraDescriptor;
import io.outputport.provisioner.hasura.descriptor.HasuraNotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sources that can never be served as an output port, told before anything is written. */
class WantedPortsTest {
    private static final HiddenTags PII = HiddenTags.of(List.of("PII"));

    @Test
    void a_table_without_columns_has_nothing_to_serve() {
        assertThat(problems(listing(), HiddenTags.NONE, facts()))
                .extracting(Problem::message)
                .containsExactly("energy.daily_readings has no column, so there is nothing to serve.");
    }

    @Test
    void a_port_all_of_whose_columns_are_hidden_says_why_of_each() {
        DescriptorBuilder descriptor = aDescriptor()
                .port("dataContract.schema", List.of(Map.of("name", "meter", "tags", List.of("pii.name"))));

        assertThat(problems(descriptor, PII, facts(Columns.text("meter"), Columns.text("kwh"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code().id()).isEqualTo("source-no-column");
                    assertThat(problem.message())
                            .isEqualTo("Consumers would see no column of energy.daily_readings: meter (tagged"
                                    + " pii.name), kwh (not in the data contract).");
                });
    }

    @ParameterizedTest
    @CsvSource({"order-status", "2fa", "__x"})
    void a_type_whose_name_graphql_forbids_is_refused_with_its_column_whoever_may_see_it(String type) {
        DescriptorBuilder descriptor = aDescriptor().port("dataContract.schema", List.of(Map.of("name", "meter")));

        assertThat(problems(descriptor, HiddenTags.NONE, facts(Columns.text("meter"), typed("state", type))))
                .extracting(Problem::message)
                .containsExactly("Column state of energy.daily_readings has the type " + type
                        + ", whose name GraphQL forbids, so Hasura can build no schema with it.");
    }

    @ParameterizedTest
    @CsvSource({
        "query_root",
        "order_by",
        "String_comparison_exp",
        "energy_meterreadings_1_graphqlreadings_table_bool_exp"
    })
    void a_type_that_is_another_s_in_hasura_s_schema_is_refused(String type) {
        assertThat(problems(listing(), HiddenTags.NONE, facts(Columns.text("meter"), typed("state", type))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code().id()).isEqualTo("source-name-forbidden");
                    assertThat(problem.message()).contains("whose name is that of another type in Hasura's schema");
                });
    }

    @Test
    void a_constraint_whose_name_graphql_forbids_is_refused() {
        TableFacts table = new TableFacts(
                facts().table(), false, List.of(Columns.text("meter")), List.of(), List.of("UK-1", "readings_pkey"));

        assertThat(problems(listing(), HiddenTags.NONE, table))
                .extracting(Problem::message)
                .containsExactly(
                        "The constraint UK-1 of energy.daily_readings has a name that GraphQL forbids, so Hasura"
                                + " can build no schema with the table.");
    }

    @Test
    void what_is_wrong_with_columns_and_types_is_told_at_once() {
        DescriptorBuilder descriptor = aDescriptor().port("dataContract.schema", List.of(Map.of("name", "gone")));

        assertThat(problems(descriptor, HiddenTags.NONE, facts(typed("state", "2fa"))))
                .extracting(problem -> problem.code().id())
                .containsExactly("source-column-missing", "source-name-forbidden");
    }

    @Test
    void a_column_that_is_shown_with_a_tag_like_a_hidden_one_is_told_and_one_that_is_hidden_is_not() {
        HasuraDescriptor descriptor = accepted(aDescriptor()
                .port(
                        "dataContract.schema",
                        List.of(
                                Map.of("name", "meter", "tags", List.of("PII_Name")),
                                Map.of("name", "kwh", "tags", List.of("PII.Name", "PII_Name")))));
        TableFacts facts = facts(Columns.text("meter"), Columns.text("kwh"));
        WantedPorts ports = new WantedPorts(new WantedPorts.Options(false, PII));
        WantedPort wanted = ((Outcome.Done<WantedPort>) ports.of(descriptor, facts, new PlainDialect())).value();

        assertThat(ports.nearTags(descriptor, facts, wanted.columns()))
                .extracting(Problem::message)
                .containsExactly("Column meter is shown to consumers: its tag \"PII_Name\" resembles one of"
                        + " HIDDEN_COLUMN_TAGS, but is not covered by it.");
    }

    private static DescriptorBuilder listing() {
        return aDescriptor().port("dataContract.schema", List.of());
    }

    private static TableFacts.Column typed(String name, String type) {
        return Columns.of(name, type, DataType.UNKNOWN, type);
    }

    private static TableFacts facts(TableFacts.Column... columns) {
        return new TableFacts(
                new SourceTable("postgres", FakeTechnology.DATABASE, "energy", "daily_readings"),
                false,
                Stream.of(columns).toList(),
                List.of());
    }

    private static HasuraDescriptor accepted(DescriptorBuilder descriptor) {
        Outcome<OutputPortDescriptor> outcome = new DescriptorCheck(
                        DescriptorLimits.standard(),
                        Optional.empty(),
                        List.of(new HasuraNotation(List.of(FakeTechnology.postgres()), SourceRules.NONE)))
                .check("COMPONENT_DESCRIPTOR", descriptor.yaml());
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return (HasuraDescriptor) ((Outcome.Done<OutputPortDescriptor>) outcome).value();
    }

    private static List<Problem> problems(DescriptorBuilder descriptor, HiddenTags hidden, TableFacts facts) {
        return new WantedPorts(new WantedPorts.Options(false, hidden))
                .of(accepted(descriptor), facts, new PlainDialect())
                .match(wanted -> List.of(), (after, problem) -> List.of(problem), problems -> problems);
    }
}
