package io.outputport.provisioner.hasura.plan.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.Columns;
import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.HiddenTags;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.TableFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which columns consumers see, under which names, and which they never see. */
class ColumnChoiceTest {
    private static final HiddenTags NO_TAGS = HiddenTags.NONE;
    private static final HiddenTags PII = HiddenTags.of(Set.of("PII.Sensitive"));

    @Test
    void a_contract_that_lists_nothing_means_every_column_of_today_and_tomorrow() {
        ColumnChoice choice = choose(List.of(), List.of(), NO_TAGS, "id", "day");

        assertThat(choice.permitted()).isEmpty();
        assertThat(choice.shown()).containsExactly("id", "day");
    }

    @Test
    void the_contracts_columns_are_permitted_and_no_others() {
        ColumnChoice choice = choose(List.of(column("day"), column("id")), List.of(), NO_TAGS, "id", "day", "note");

        assertThat(choice.permitted()).contains(Set.of("id", "day"));
        assertThat(choice.shown()).containsExactly("id", "day");
        assertThat(choice.graphqlNames()).isEmpty();
    }

    @Test
    void a_column_in_other_letter_case_is_found_and_shown_as_the_contract_writes_it() {
        ColumnChoice choice = choose(List.of(column("day")), List.of(), NO_TAGS, "ID", "DAY");

        assertThat(choice.permitted()).contains(Set.of("DAY"));
        assertThat(choice.graphqlNames()).isEqualTo(Map.of("DAY", "day"));
        assertThat(choice.shown()).containsExactly("day");
    }

    @Test
    void an_exact_name_wins_over_one_in_other_letter_case() {
        ColumnChoice choice = choose(List.of(column("day")), List.of(), NO_TAGS, "DAY", "day");

        assertThat(choice.permitted()).contains(Set.of("day"));
    }

    @Test
    void a_name_that_several_columns_could_mean_is_refused_with_the_choices_and_so_is_one_of_none() {
        assertThat(problems(List.of(column("day"), column("hour")), "Day", "DAY"))
                .extracting(Problem::sentence)
                .containsExactly(
                        "schema.day (line 7, column 3): The data contract lists column day, which means both DAY and Day"
                                + " of health.shots. Write one of them exactly as it is.",
                        "schema.hour (line 7, column 3): The data contract lists column hour, but health.shots has no"
                                + " such column. Its columns are: Day, DAY.");
        assertThat(problems(List.of(column("day")), "Day", "DAY", "daY"))
                .extracting(Problem::message)
                .containsExactly("The data contract lists column day, which means each of DAY, Day and daY of"
                        + " health.shots.");
    }

    @Test
    void two_names_that_mean_one_column_are_refused_whichever_comes_first() {
        String message = "The data contract lists columns NAME and name, which all mean column name of health.shots.";

        for (List<ContractColumn> contract :
                List.of(List.of(column("name"), column("NAME")), List.of(column("NAME"), column("name")))) {
            assertThat(problems(contract, "name", "weight")).singleElement().satisfies(problem -> {
                assertThat(problem.message()).isEqualTo(message);
                assertThat(problem.path()).contains("schema.NAME");
            });
        }
        assertThat(problems(List.of(column("Name"), column("NAME")), "name"))
                .extracting(Problem::path)
                .containsExactly(Optional.of("schema.Name"), Optional.of("schema.NAME"));
    }

    @Test
    void names_that_consumers_use_are_kept_and_nobody_else_gets_them() {
        ColumnChoice choice = choose(List.of(column("day"), column("id")), List.of(), NO_TAGS, "DAY", "ID", "id_")
                .keeping(Map.of("DAY", "id", "gone", "old"));

        assertThat(choice.shown()).containsExactly("id", "id_2");
        assertThat(choice.kept()).isEqualTo(Map.of("DAY", "id"));
        assertThat(choice.unused()).isEqualTo(Map.of("DAY", "day"));
    }

    @Test
    void a_made_up_name_stays_when_the_source_gets_a_column_of_that_name() {
        ColumnChoice choice = choose(List.of(), List.of(), NO_TAGS, "new_persons", "new persons")
                .holding(Map.of("new persons", "new_persons"));

        assertThat(choice.graphqlNames())
                .isEqualTo(Map.of("new persons", "new_persons", "new_persons", "new_persons_2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" Name ", "na-me", "NA_ME"})
    void a_tagged_column_is_hidden_although_its_name_is_written_otherwise(String written) {
        ColumnChoice choice = choose(
                List.of(column("name"), column("id")), List.of(column(written, "PII.Sensitive")), PII, "name", "id");

        assertThat(choice.shown()).containsExactly("id");
    }

    @Test
    void a_tag_of_either_contract_hides_a_column() {
        ColumnChoice choice = choose(
                List.of(column("id"), column("name", "PII.Sensitive"), column("mail")),
                List.of(column("id", "Tier.One"), column("mail", "PII.Sensitive")),
                PII,
                "id",
                "name",
                "mail");

        assertThat(choice.permitted()).contains(Set.of("id"));
        assertThat(choice.shown()).containsExactly("id");
    }

    @Test
    void with_hidden_tags_a_column_that_neither_contract_lists_is_shown_to_nobody() {
        ColumnChoice choice = choose(
                List.of(), List.of(column("id"), column("name", "PII.Sensitive")), PII, "id", "name", "added_later");

        assertThat(choice.permitted()).contains(Set.of("id"));
    }

    @Test
    void with_hidden_tags_and_no_contract_at_all_nothing_is_shown() {
        ColumnChoice choice = choose(List.of(), List.of(), PII, "id", "name");

        assertThat(choice.permitted()).contains(Set.of());
        assertThat(choice.shown()).isEmpty();
    }

    @Test
    void a_tagged_column_is_hidden_in_whatever_letter_case_the_source_contract_writes_it() {
        ColumnChoice choice =
                choose(List.of(column("NAME")), List.of(column("name", "PII.Sensitive")), PII, "Name", "id");

        assertThat(choice.permitted()).contains(Set.of());
    }

    @Test
    void a_tagged_column_whose_name_means_two_columns_hides_both() {
        ColumnChoice choice = choose(
                List.of(column("Name"), column("NAME"), column("id")),
                List.of(column("name", "PII.Sensitive")),
                PII,
                "Name",
                "NAME",
                "id");

        assertThat(choice.permitted()).contains(Set.of("id"));
    }

    @Test
    void a_source_contract_that_lists_what_is_not_there_stops_nothing() {
        ColumnChoice choice = choose(List.of(column("id")), List.of(column("gone", "PII.Sensitive")), PII, "id");

        assertThat(choice.permitted()).contains(Set.of("id"));
    }

    @Test
    void names_that_graphql_forbids_get_legal_ones_that_clash_with_nothing() {
        ColumnChoice choice = choose(
                List.of(column("new persons"), column("2nd dose"), column("id")),
                List.of(),
                NO_TAGS,
                "new persons",
                "new_persons",
                "2nd dose",
                "id");

        assertThat(choice.graphqlNames()).isEqualTo(Map.of("new persons", "new_persons_2", "2nd dose", "_2nd_dose"));
        assertThat(choice.shown()).containsExactly("new_persons_2", "_2nd_dose", "id");
    }

    private static ContractColumn column(String name, String... tags) {
        return new ContractColumn(
                new Located<>(name, "schema." + name, new Position(7, 3)),
                Optional.of("TEXT"),
                Optional.empty(),
                List.of(tags),
                Optional.empty());
    }

    private static TableFacts facts(String... columns) {
        return new TableFacts(
                new SourceTable("postgres", "db", "health", "shots"),
                true,
                Stream.of(columns).map(Columns::text).toList(),
                List.of());
    }

    private static ColumnChoice choose(
            List<ContractColumn> contract, List<ContractColumn> source, HiddenTags hidden, String... real) {
        Outcome<ColumnChoice> outcome = ColumnChoice.of(contract, source, facts(real), hidden);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<ColumnChoice>) outcome).value();
    }

    private static List<Problem> problems(List<ContractColumn> contract, String... real) {
        return ColumnChoice.of(contract, List.of(), facts(real), NO_TAGS)
                .match(choice -> List.of(), (after, problem) -> List.of(problem), problems -> problems);
    }
}
