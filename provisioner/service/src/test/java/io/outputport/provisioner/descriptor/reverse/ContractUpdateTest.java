package io.outputport.provisioner.descriptor.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.source.TableFacts.Column;
import io.outputport.provisioner.descriptor.type.ColumnType;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.descriptor.type.TypeSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContractUpdateTest {
    private static final CatalogContract NOTHING = new CatalogContract(List.of());

    @Test
    void a_table_is_told_with_types_sizes_constraints_and_comments() {
        TableFacts table = table(
                column("id", DataType.BIGINT, TypeSize.UNBOUNDED, false),
                column("code", DataType.VARCHAR, TypeSize.ofLength(12), false),
                column("price", DataType.NUMERIC, TypeSize.ofDigits(10, 2), true),
                new Column("note", type(DataType.TEXT, TypeSize.UNBOUNDED), true, Optional.of("by hand")));

        assertThat(ContractUpdate.of(table, Map.of(), NOTHING).schema()).isEqualTo(json("""
                [{"name":"id","dataType":"BIGINT","constraint":"PRIMARY_KEY"},
                 {"name":"code","dataType":"VARCHAR","dataLength":12,"constraint":"NOT_NULL"},
                 {"name":"price","dataType":"NUMERIC","precision":10,"scale":2},
                 {"name":"note","dataType":"TEXT","description":"by hand"}]"""));
    }

    @Test
    void a_text_without_a_bound_is_text_and_one_with_a_bound_is_varchar() {
        TableFacts table = table(
                column("a", DataType.VARCHAR, TypeSize.UNBOUNDED, true),
                column("b", DataType.VARCHAR, TypeSize.ofLength(16_777_216), true),
                column("c", DataType.TEXT, TypeSize.ofLength(40), true));

        assertThat(ContractUpdate.of(table, Map.of(), NOTHING).schema()).isEqualTo(json("""
                [{"name":"a","dataType":"TEXT"},{"name":"b","dataType":"TEXT"},
                 {"name":"c","dataType":"VARCHAR","dataLength":40}]"""));
    }

    @Test
    void what_openmetadata_has_no_word_for_is_shown_in_the_database_s_own() {
        ColumnType mood = new ColumnType("mood", TypeSize.UNBOUNDED, DataType.UNKNOWN, Optional.empty(), "mood");
        ColumnType tags =
                new ColumnType("text[]", TypeSize.UNBOUNDED, DataType.ARRAY, Optional.of(DataType.TEXT), "_text");
        TableFacts table =
                table(new Column("m", mood, true, Optional.empty()), new Column("t", tags, true, Optional.empty()));

        assertThat(ContractUpdate.of(table, Map.of(), NOTHING).schema()).isEqualTo(json("""
                [{"name":"m","dataType":"UNKNOWN","dataTypeDisplay":"mood"},
                 {"name":"t","dataType":"ARRAY","arrayDataType":"TEXT","dataTypeDisplay":"text[]"}]"""));
    }

    @Test
    void what_people_wrote_about_a_column_stays_and_what_the_database_knows_better_does_not() {
        CatalogContract entry = entry("""
                [{"name":"NOTE","dataType":"INT","dataLength":3,"description":"Ours","tags":[{"tagFQN":"PII"}],
                  "constraint":"NOT_NULL","businessTerms":["x"]}]""");
        TableFacts table =
                table(new Column("note", type(DataType.TEXT, TypeSize.UNBOUNDED), true, Optional.of("theirs")));

        assertThat(ContractUpdate.of(table, Map.of(), entry).schema()).isEqualTo(json("""
                [{"name":"NOTE","dataType":"TEXT","description":"Ours","tags":[{"tagFQN":"PII"}],
                  "businessTerms":["x"]}]"""));
    }

    @Test
    void a_view_knows_no_constraints_so_those_of_the_entry_stay() {
        CatalogContract entry = entry("[{\"name\":\"id\",\"dataType\":\"BIGINT\",\"constraint\":\"PRIMARY_KEY\"}]");
        TableFacts view = new TableFacts(
                new SourceTable("postgres", "d", "s", "v"),
                true,
                List.of(column("id", DataType.BIGINT, TypeSize.UNBOUNDED, true)),
                List.of());

        assertThat(ContractUpdate.of(view, Map.of(), entry)
                        .schema()
                        .get(0)
                        .path("constraint")
                        .asText())
                .isEqualTo("PRIMARY_KEY");
    }

    @Test
    void columns_are_called_what_consumers_call_them_where_that_still_means_the_column() {
        TableFacts table = table(
                column("TOTAL", DataType.INT, TypeSize.UNBOUNDED, true),
                column("total-capacity", DataType.INT, TypeSize.UNBOUNDED, true));

        ContractUpdate update =
                ContractUpdate.of(table, Map.of("TOTAL", "total", "total-capacity", "totalCapacity"), NOTHING);

        assertThat(names(update)).containsExactly("total", "total-capacity");
    }

    @Test
    void a_spelling_that_could_mean_two_columns_is_not_written() {
        TableFacts table = table(
                column("ID", DataType.INT, TypeSize.UNBOUNDED, true),
                column("Id", DataType.INT, TypeSize.UNBOUNDED, true));

        assertThat(names(ContractUpdate.of(table, Map.of("ID", "id"), NOTHING))).containsExactly("ID", "Id");
    }

    @Test
    void what_people_wrote_about_a_renamed_column_stays_with_it() {
        TableFacts table = table(column("total-capacity", DataType.INT, TypeSize.UNBOUNDED, true));
        CatalogContract entry = entry("[{\"name\":\"totalCapacity\",\"description\":\"seats\"}]");

        assertThat(ContractUpdate.of(table, Map.of("total-capacity", "totalCapacity"), entry)
                        .schema())
                .isEqualTo(json("[{\"name\":\"total-capacity\",\"dataType\":\"INT\",\"description\":\"seats\"}]"));
    }

    @Test
    void the_spelling_of_the_entry_stays_unless_consumers_see_another_now() {
        CatalogContract entry = entry("[{\"name\":\"note\",\"dataType\":\"TEXT\"}]");
        TableFacts table = table(column("NOTE", DataType.TEXT, TypeSize.UNBOUNDED, true));

        assertThat(ContractUpdate.of(table, Map.of(), entry).schema().toString())
                .contains("\"note\"");
        assertThat(ContractUpdate.of(table, Map.of("NOTE", "NOTE"), entry)
                        .schema()
                        .toString())
                .contains("\"NOTE\"");
    }

    @Test
    void differences_are_told() {
        CatalogContract entry = entry("""
                [{"name":"id","dataType":"BIGINT"},{"name":"price","dataType":"INT"},{"name":"gone","dataType":"INT"}]""");
        TableFacts table = table(
                column("id", DataType.BIGINT, TypeSize.UNBOUNDED, false),
                column("price", DataType.NUMERIC, TypeSize.ofDigits(10, 2), true),
                column("fresh", DataType.DATE, TypeSize.UNBOUNDED, true));

        assertThat(ContractUpdate.of(table, Map.of(), entry).differences())
                .containsExactly(
                        "Columns that the catalog entry does not have yet: fresh.",
                        "Columns of another type than the catalog entry says: price (INT is NUMERIC(10,2)).",
                        "Columns of the catalog entry that do not exist, and are left out: gone.");
        assertThat(ContractUpdate.of(table, Map.of(), entry("[7,{\"dataType\":\"INT\"}]"))
                        .differences())
                .hasSize(1);
    }

    private static List<String> names(ContractUpdate update) {
        return update.schema().findValuesAsText("name");
    }

    private static TableFacts table(Column... columns) {
        return new TableFacts(new SourceTable("postgres", "d", "s", "t"), false, List.of(columns), List.of("id"));
    }

    private static Column column(String name, DataType type, TypeSize size, boolean nullable) {
        return new Column(name, type(type, size), nullable, Optional.empty());
    }

    private static ColumnType type(DataType type, TypeSize size) {
        return new ColumnType(type.name(), size, type, Optional.empty(), "String");
    }

    private static CatalogContract entry(String columns) {
        return CatalogContract.ofColumns(json(columns));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException wrongTest) {
            throw new IllegalArgumentException(text, wrongTest);
        }
    }
}
