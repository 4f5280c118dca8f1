package io.outputport.provisioner.hasura.preview;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.outputport.provisioner.descriptor.Columns;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schema that a port's consumers will see. */
class SchemaPreviewTest {
    private static final String TABLE = "healthcare_vaccinations_0_hop_table";
    private static final TableFacts FACTS = new TableFacts(
            new SourceTable("postgres", "db", "health", "shots"),
            false,
            List.of(
                    Columns.of("id", "bigint", DataType.BIGINT, "bigint"),
                    Columns.of("day", "date", DataType.DATE, "date"),
                    Columns.of("note", "text", DataType.TEXT, "String")),
            List.of("id"));

    /** The same, with an array of whole numbers for the day. */
    private static final TableFacts ARRAYS = new TableFacts(
            FACTS.table(),
            false,
            List.of(
                    Columns.of("id", "bigint", DataType.BIGINT, "bigint"),
                    Columns.array("day", "integer[]", "_int4", "Int")),
            List.of("id"));

    @Test
    void consumers_see_the_permitted_columns_and_no_others() {
        GraphQLSchema schema = schema(aPort());

        assertThat(schema.getObjectType(TABLE).getFields()).extracting("name").containsExactlyInAnyOrder("id", "day");
        assertThat(preview(aPort()).sdl()).doesNotContain("note");
    }

    @Test
    void a_column_is_seen_under_the_name_that_consumers_get() {
        SchemaPreview preview = preview(aPort().withColumns("note").showing("note", "remark"));

        assertThat(preview.sdl()).contains("remark: String").doesNotContain("note");
        assertThat(preview.exampleQuery())
                .isEqualTo("query { healthcare_vaccinations_0_hop_select(limit: 10) { remark } }");
    }

    @Test
    void only_offered_root_fields_are_there() {
        GraphQLSchema rows = schema(aPort().offering(RootField.SELECT));
        GraphQLSchema all = schema(aPort().offering(RootField.values()));

        assertThat(rows.getQueryType().getFields())
                .extracting("name")
                .containsExactly("healthcare_vaccinations_0_hop_select");
        assertThat(rows.getSubscriptionType()).isNull();
        assertThat(rows.getType(TABLE + "_aggregate")).isNull();
        assertThat(all.getQueryType().getFields())
                .extracting("name")
                .containsExactlyInAnyOrder(
                        "healthcare_vaccinations_0_hop_select",
                        "healthcare_vaccinations_0_hop_by_pk",
                        "healthcare_vaccinations_0_hop_agg");
        assertThat(all.getSubscriptionType().getFieldDefinition("healthcare_vaccinations_0_hop_stream"))
                .isNotNull();
    }

    @Test
    void a_row_is_found_by_all_columns_of_its_key() {
        assertThat(schema(aPort().offering(RootField.SELECT, RootField.SELECT_BY_PK))
                        .getQueryType()
                        .getFieldDefinition("healthcare_vaccinations_0_hop_by_pk")
                        .getArgument("id")
                        .getType())
                .hasToString("bigint!");
    }

    @Test
    void an_array_is_a_list_and_is_compared_with_lists() {
        GraphQLSchema schema = schema(ARRAYS);

        assertThat(schema.getObjectType(TABLE).getFieldDefinition("day").getType())
                .hasToString("[Int!]");
        assertThat(((GraphQLInputObjectType) schema.getType("Int_array_comparison_exp")).getFields())
                .extracting(field -> field.getName() + ": " + GraphQLTypeUtil.simplePrint(field.getType()))
                .contains("_contains: [Int!]", "_eq: [Int!]", "_in: [[Int!]!]", "_is_null: Boolean");
        assertThat(GraphQLTypeUtil.simplePrint(((GraphQLInputObjectType) schema.getType(TABLE + "_bool_exp"))
                        .getFieldDefinition("day")
                        .getType()))
                .isEqualTo("Int_array_comparison_exp");
        assertThat(schema.getObjectType(TABLE + "_max_fields")
                        .getFieldDefinition("day")
                        .getType())
                .hasToString("[Int!]");
        assertThat(schema.getObjectType(TABLE + "_sum_fields").getFieldDefinition("day"))
                .isNull();
    }

    @Test
    void where_hasura_shows_no_lists_an_array_is_a_scalar_of_its_own() {
        GraphQLSchema schema = schema(ARRAYS.withoutLists());

        assertThat(GraphQLTypeUtil.simplePrint(
                        schema.getObjectType(TABLE).getFieldDefinition("day").getType()))
                .isEqualTo("_int4");
        assertThat(schema.getType("_int4_comparison_exp")).isNotNull();
    }

    @Test
    void columns_may_be_called_as_words_of_the_language() {
        TableFacts facts = new TableFacts(
                FACTS.table(),
                true,
                List.of(Columns.text("null"), Columns.text("true"), Columns.text("id")),
                List.of());
        WantedPort port = aPort().withColumns("null", "true", "id")
                .overColumns("null", "true", "id")
                .build();

        assertThat(SchemaPreview.of(port, facts).orElseThrow().sdl()).contains("null: String");
    }

    @Test
    void where_no_column_is_left_there_is_nothing_to_preview() {
        assertThat(SchemaPreview.of(aPort().withColumns().build(), FACTS)).isEmpty();
    }

    private static SchemaPreview preview(WantedPortBuilder port) {
        WantedPort built = port.build();
        return SchemaPreview.of(built, FACTS).orElseThrow();
    }

    private static GraphQLSchema schema(TableFacts facts) {
        return schema(SchemaPreview.of(aPort().build(), facts).orElseThrow().sdl());
    }

    private static GraphQLSchema schema(WantedPortBuilder port) {
        return schema(preview(port).sdl());
    }

    private static GraphQLSchema schema(String sdl) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
    }
}
