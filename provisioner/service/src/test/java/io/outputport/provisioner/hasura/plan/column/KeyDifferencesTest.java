package io.outputport.provisioner.hasura.plan.column;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.foundation.outcome.Position;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.descriptor.Columns;
import io.outputport.provisioner.descriptor.model.ContractColumn;
import io.outputport.provisioner.descriptor.model.Located;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.type.DataType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The primary key that a contract promises beside the one that the table has. */
class KeyDifferencesTest {
    @Test
    void another_key_is_told_at_the_contract_s_first_column_of_it() {
        assertThat(KeyDifferences.of(List.of(key("Id"), plain("day")), table("id", "day"))
                        .map(Problem::sentence))
                .contains("schema.Id (line 7, column 3): The data contract says that the primary key is (Id), but table"
                        + " health.shots has (id, day). Correct the constraints in the contract, or the table's key.");
        assertThat(KeyDifferences.of(List.of(key("id"), key("day")), table()).map(Problem::message))
                .contains("The data contract says that the primary key is (id, day), but table health.shots has none.");
        assertThat(KeyDifferences.of(List.of(key("absent")), table("id"))).isPresent();
    }

    @Test
    void the_same_key_in_any_order_and_spelling_is_no_difference() {
        assertThat(KeyDifferences.of(List.of(key("DAY"), key("id")), table("id", "day")))
                .isEmpty();
    }

    @Test
    void a_contract_without_a_key_and_a_view_are_not_judged() {
        TableFacts table = table("id");
        TableFacts view = new TableFacts(table.table(), true, table.columns(), List.of());

        assertThat(KeyDifferences.of(List.of(plain("id")), table)).isEmpty();
        assertThat(KeyDifferences.of(List.of(key("id")), view)).isEmpty();
    }

    private static TableFacts table(String... key) {
        return new TableFacts(
                new SourceTable("postgres", "db", "health", "shots"),
                false,
                List.of(
                        Columns.of("id", "bigint", DataType.BIGINT, "bigint"),
                        Columns.of("day", "date", DataType.DATE, "date")),
                List.of(key));
    }

    private static ContractColumn key(String name) {
        return column(name, Optional.of("Primary key"));
    }

    private static ContractColumn plain(String name) {
        return column(name, Optional.empty());
    }

    private static ContractColumn column(String name, Optional<String> constraint) {
        return new ContractColumn(
                new Located<>(name, "schema." + name, new Position(7, 3)),
                Optional.empty(),
                constraint,
                List.of(),
                Optional.empty());
    }
}
