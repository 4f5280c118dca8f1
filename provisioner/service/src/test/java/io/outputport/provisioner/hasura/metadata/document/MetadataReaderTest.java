package io.outputport.provisioner.hasura.metadata.document;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.transport.Pieces;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.entry.ActualTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as a Hasura of any age, and any hand, may hold them. */
class MetadataReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{ \n }", "{\"version\":3}", "{\"sources\":[]}", "{\"sources\": [ ] ,\"x\":[{}]}"})
    void a_document_without_sources_takes_a_port(String metadata) throws IOException {
        Export before = new Export(metadata);

        Export after = before.with(aPort().build());

        assertThat(before.actual().sources()).isEmpty();
        assertThat(after.actual().sources()).hasSize(1);
        assertThat(JSON.readTree(after.metadata()).size())
                .isEqualTo(JSON.readTree(metadata).size() + (metadata.contains("sources") ? 0 : 1));
    }

    @Test
    void a_source_without_tables_takes_a_table() throws IOException {
        String ours = "healthcare_vaccinations_0_postgres_db_health_aaaaaa";
        Export before = Export.of("{\"name\":\"" + ours + "\",\"configuration\":{\"database\":\"db\"}}");

        Export after = before.with(aPort().build());

        assertThat(before.actual().sources())
                .singleElement()
                .extracting(ActualSource::kind)
                .isEqualTo("postgres");
        assertThat(JSON.readTree(after.metadata())
                        .at("/sources/0/tables/0/table/name")
                        .asText())
                .isEqualTo("shots");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"größe \\u00e4 \\ud83d\\ude00 😀\",\"configuration\":{}}",
                "{\"name\":\"n\",\"configuration\":{\"n\":123456789012345678901234567890,\"x\":1.000E+400,\"y\":-0.0}}",
                "{\"name\":\"n\",\"unknown\":{\"deep\":[[[{}]]]},\"kind\":\"mssql\",\"configuration\":null,\"tables\":[]}",
                "{\"name\":\"n\",\"tables\":[{\"table\":\"plain\",\"computed_fields\":[1,2]}],\"configuration\":\"text\"}"
            })
    void what_is_odd_goes_back_as_it_came(String source) {
        Export after = Export.of(source).with(aPort().build());

        assertThat(after.metadata()).contains(source);
    }

    @Test
    void tables_are_known_by_what_planning_asks_of_them() {
        ActualTable table = table("""
                {"table":{"schema":"s","name":"t"},"configuration":{"custom_name":"c","custom_root_fields":
                {"select":"one","select_by_pk":{"name":"two","comment":"x"},"insert":"three","select_stream":null}},
                "select_permissions":[{"role":"r","permission":{}},{"role":"q","permission":{}}],
                "array_relationships":[{"name":"a","using":{"foreign_key_constraint_on":{"table":"other","column":"c"}}}],
                "object_relationships":[{"name":"o","using":{"foreign_key_constraint_on":"c"}}],
                "remote_relationships":[{"name":"m","definition":{"to_source":{"source":"far","table":["A","B"]}}}]}""");

        assertThat(table.customName()).contains("c");
        assertThat(table.customRootFields()).isEqualTo(Map.of("select", "one", "select_by_pk", "two"));
        assertThat(table.selectRoles()).containsExactlyInAnyOrder("r", "q");
        assertThat(table.references())
                .extracting(reference -> reference.relationship() + " " + reference.source() + " " + reference.table())
                .containsExactly("a Optional.empty \"other\"", "m Optional[far] [\"A\",\"B\"]");
        assertThat(table.entry().get().path("table").path("name").asText()).isEqualTo("t");
    }

    @Test
    void a_table_of_which_nothing_is_said_is_known_by_its_name_alone() {
        ActualTable table = table("{\"table\":\"plain\"}");

        assertThat(table.customName()).isEqualTo(Optional.empty());
        assertThat(table.selectRoles()).isEmpty();
        assertThat(table.references()).isEmpty();
    }

    @Test
    void functions_make_a_source_more_than_its_tables_and_empty_lists_do_not() {
        assertThat(source("\"functions\":[{\"function\":\"f\"}]").hasOtherObjects())
                .isTrue();
        assertThat(source("\"functions\":[],\"customization\":{\"root_fields\":{}},\"logical_models\":[]")
                        .hasOtherObjects())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "<html></html>",
                "{\"resource_version\":1}",
                "{\"metadata\":{}}",
                "{\"resource_version\":1,\"metadata\":[]}",
                "{\"resource_version\":\"one\",\"metadata\":{}}",
                "{\"resource_version\":1,\"metadata\":{\"sources\":[{\"name\":\"n\"",
                "{\"resource_version\":99999999999999999999999999,\"metadata\":{}}"
            })
    void what_is_no_export_of_version_2_is_refused(String text) {
        assertThatThrownBy(() -> MetadataReader.read(Pieces.of(text.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class);
    }

    private static ActualSource source(String parts) {
        return Export.of("{\"name\":\"n\",\"configuration\":{},\"tables\":[]," + parts + "}")
                .actual()
                .sources()
                .get(0);
    }

    private static ActualTable table(String entry) {
        return Export.of("{\"name\":\"n\",\"configuration\":{},\"tables\":[" + entry + "]}")
                .actual()
                .sources()
                .get(0)
                .tables()
                .get(0);
    }
}
