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
import io.outputport.provisioner.descriptor.type.DataType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A contract that promises another type than its source has, and columns that are kept from consumers. */
class TypeDifferencesTest {
    private static final TableFacts FACTS = new TableFacts(
            new SourceTable("postgres", "db", "health", "shots"),
            true,
            List.of(
                    Columns.of("DAY", "text", DataType.TEXT, "String"),
                    Columns.of("doses", "bigint", DataType.BIGINT, "bigint"),
                    Columns.of("mood", "mood", DataType.UNKNOWN, "mood")),
            List.of());

    @Test
    void another_type_is_told_with_both_and_with_what_to_write() {
        List<Problem> problems = TypeDifferences.of(List.of(column("day", "DATE"), column("doses", "INT")), FACTS);

        assertThat(problems)
                .extracting(Problem::sentence)
                .containsExactly("schema.day (line 7, column 3): The data contract promises DATE for column day, but in"
                        + " health.shots it is text. Write dataType TEXT, or convert the column in the view.");
    }

    @Test
    void what_cannot_be_judged_is_let_through() {
        List<ContractColumn> contract =
                List.of(column("mood", "INT"), column("doses", "WHATEVER"), column("absent", "INT"));

        assertThat(TypeDifferences.of(contract, FACTS)).isEmpty();
    }

    @Test
    void a_hidden_column_tells_its_tag_or_that_no_contract_has_it() {
        List<ContractColumn> contract = List.of(column("day", "TEXT", "PII.Sensitive"), column("doses", "INT"));
        ColumnChoice choice = ((Outcome.Done<ColumnChoice>)
                        ColumnChoice.of(contract, List.of(), FACTS, HiddenTags.of(Set.of("PII.Sensitive"))))
                .value();

        assertThat(HiddenColumn.of(contract, FACTS, HiddenTags.of(Set.of("PII.Sensitive")), choice))
                .containsExactly(
                        new HiddenColumn("DAY", "tagged PII.Sensitive"),
                        new HiddenColumn("mood", "not in the data contract"));
    }

    private static ContractColumn column(String name, String type, String... tags) {
        return new ContractColumn(
                new Located<>(name, "schema." + name, new Position(7, 3)),
                Optional.of(type),
                Optional.empty(),
                List.of(tags),
                Optional.empty());
    }
}
