package io.outputport.provisioner.hasura.metadata.document;

import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.ROLE;
import static io.outputport.provisioner.hasura.plan.entry.WantedPortBuilder.aPort;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.transport.Pieces;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.wave.Restoration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a port's change makes of a metadata document, and what it leaves alone. */
class PortChangeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCE = "healthcare_vaccinations_0_postgres_db_health_aaaaaa";
    private static final String NEIGHBOUR = """
            { "name" : "default", "kind":"postgres", "tables":[ {"table":{"schema":"public","name":"authors"},"unknown":1.50} ],
              "configuration":{"connection_info":{"database_url":"postgres://u:secret@h/db"}} }""";

    @Test
    void an_empty_hasura_gets_source_table_and_permission() throws IOException {
        String before = metadata();

        JsonNode after = metadataOf(changed(before, aPort().build()));

        JsonNode source = after.at("/sources/0");
        assertThat(source.path("name").asText()).isEqualTo(SOURCE);
        assertThat(source.at("/configuration/database").asText()).isEqualTo("db");
        assertThat(source.at("/tables/0/table/name").asText()).isEqualTo("shots");
        assertThat(source.at("/tables/0/configuration/custom_root_fields/select_by_pk")
                        .asText())
                .isEqualTo("healthcare_vaccinations_0_hop_by_pk");
        assertThat(source.at("/tables/0/select_permissions/0").toString())
                .isEqualTo("{\"role\":\"" + ROLE + "\",\"permission\":{\"columns\":[\"day\",\"id\"],\"filter\":{},"
                        + "\"allow_aggregations\":true}}");
    }

    @Test
    void a_second_time_there_is_nothing_to_change() {
        String before = changed(metadata(NEIGHBOUR), aPort().build());

        assertThat(edits(before, aPort().build()).edits()).isEmpty();
    }

    @Test
    void what_others_wrote_is_copied_byte_for_byte() {
        String before = metadata(NEIGHBOUR);

        String after = changed(before, aPort().build());

        assertThat(after).contains(NEIGHBOUR);
        assertThat(after).contains("\"actions\" : [ ]");
    }

    @Test
    void defaults_that_hasura_adds_are_no_change() {
        String before = changed(metadata(), aPort().build());
        String exported = before.replace("\"filter\":{},", "\"filter\":{},\"computed_fields\":[],")
                .replace(
                        "\"configuration\":{\"custom_name\"",
                        "\"configuration\":{\"column_config\":{},\"custom_name\"");

        assertThat(edits(exported, aPort().build()).edits()).isEmpty();
    }

    @Test
    void a_row_filter_that_somebody_put_on_our_permission_is_taken_off() throws IOException {
        String filtered =
                changed(metadata(), aPort().build()).replace("\"filter\":{}", "\"filter\":{\"id\":{\"_eq\":1}}");

        JsonNode after = metadataOf(changed(filtered, aPort().build()));

        assertThat(after.at("/sources/0/tables/0/select_permissions/0/permission/filter")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void a_renamed_root_field_changes_the_entry_and_keeps_what_others_put_there() throws IOException {
        String shared = changed(metadata(), aPort().build())
                .replace(
                        "\"select_permissions\":[",
                        "\"x\":7,\"select_permissions\":[{\"role\":\"audit\",\"permission\":{}},");

        JsonNode after = metadataOf(changed(shared, aPort().selectedBy("find").build()));

        JsonNode table = after.at("/sources/0/tables/0");
        assertThat(table.at("/configuration/custom_root_fields/select").asText())
                .endsWith("_find");
        assertThat(table.path("x").asInt()).isEqualTo(7);
        assertThat(table.path("select_permissions")).hasSize(2);
    }

    @Test
    void a_port_that_moves_to_another_schema_leaves_nothing_behind() throws IOException {
        String before = changed(metadata(NEIGHBOUR), aPort().build());

        JsonNode after =
                metadataOf(changed(before, aPort().over("archive", "shots").build()));

        assertThat(names(after)).containsExactly("default", "healthcare_vaccinations_0_postgres_db_archive_aaaaaa");
    }

    @Test
    void a_port_that_moves_within_its_source_keeps_the_source() throws IOException {
        String before = changed(metadata(), aPort().build());

        JsonNode after =
                metadataOf(changed(before, aPort().over("health", "visits").build()));

        assertThat(names(after)).containsExactly(SOURCE);
        assertThat(after.at("/sources/0/tables")).hasSize(1);
        assertThat(after.at("/sources/0/tables/0/table/name").asText()).isEqualTo("visits");
    }

    @Test
    void a_second_port_on_the_same_view_gets_a_source_of_its_own() throws IOException {
        String before = changed(metadata(), aPort().build());

        JsonNode after = metadataOf(changed(before, aPort().named("other").build()));

        assertThat(names(after)).containsExactly(SOURCE, SOURCE + "_other");
        assertThat(after.at("/sources/0/tables")).hasSize(1);
    }

    @Test
    void a_name_that_another_table_has_is_refused_before_anything_is_written() {
        String holder = """
                {"name":"default","kind":"postgres","configuration":{},"tables":[{"table":{"schema":"s","name":"t"},
                "configuration":{"custom_name":"healthcare_vaccinations_0_hop_table"}}]}""";

        List<Problem> problems = problems(metadata(holder), aPort().build());

        assertThat(problems)
                .extracting(Problem::message)
                .first()
                .asString()
                .contains("healthcare_vaccinations_0_hop_table", "s.t", "default");
    }

    @Test
    void default_names_of_other_tables_count_as_taken_too() {
        String holder = """
                {"name":"default","kind":"postgres","configuration":{},
                "tables":[{"table":{"schema":"public","name":"healthcare_vaccinations_0_hop"}}]}""";
        WantedPort wanted = aPort().build();

        List<Problem> problems = problems(metadata(holder), wanted);

        assertThat(problems)
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("_hop_by_pk", "_hop_stream");
    }

    @Test
    void the_python_services_source_is_adopted_and_its_star_narrowed() throws IOException {
        String old = """
                {"name":"healthcare_vaccinations_0","kind":"postgres","configuration":{"database":"db"},"tables":[
                {"table":{"schema":"health","name":"shots"},"configuration":{"custom_name":"healthcare_vaccinations_0_hop_table"},
                "select_permissions":[{"role":"%s","permission":{"columns":"*","filter":{}}}]}]}""".formatted(ROLE);

        JsonNode after = metadataOf(changed(metadata(old), aPort().build()));

        assertThat(names(after)).containsExactly("healthcare_vaccinations_0");
        assertThat(after.at("/sources/0/tables/0/select_permissions/0/permission/columns"))
                .hasSize(2);
    }

    @Test
    void removing_takes_table_and_empty_source_away() {
        String before = changed(metadata(NEIGHBOUR), aPort().build());

        String after = removed(before);

        assertThat(after).contains(NEIGHBOUR).doesNotContain("shots", SOURCE);
    }

    @Test
    void a_source_that_still_holds_a_function_stays() {
        String before = changed(metadata(), aPort().build())
                .replace("\"kind\":\"postgres\"", "\"kind\":\"postgres\",\"functions\":[{\"function\":\"f\"}]");

        assertThat(removed(before)).contains(SOURCE).doesNotContain("shots");
    }

    @Test
    void a_table_that_others_relate_to_is_closed_and_stays_and_says_so_every_time() {
        String other = """
                ,{"table":{"schema":"health","name":"people"},"object_relationships":[{"name":"shot","using":
                {"manual_configuration":{"remote_table":{"schema":"health","name":"shots"},"column_mapping":{"a":"id"}}}}]}]""";
        String before = changed(metadata(), aPort().build()).replaceFirst("(?<=\\]\\}\\})\\]|(?<=\\}\\]\\})\\]", other);
        MetadataChange removal = removal();

        MetadataChange.Edits first = done(removal.edits(document(before).actual()));
        String closed = document(before).edited(first.edits()).toString();
        MetadataChange.Edits second =
                done(removal.edits(document(export(closed)).actual()));

        assertThat(first.afterwards())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("relationship shot of table health.people");
        assertThat(closed).contains("\"columns\":[]");
        assertThat(second.edits()).isEmpty();
        assertThat(second.afterwards()).hasSize(1);
    }

    @Test
    void a_permission_of_our_role_on_somebody_elses_table_is_left_alone() {
        String foreign = """
                {"name":"default","kind":"postgres","configuration":{},"tables":[{"table":{"schema":"s","name":"t"},
                "select_permissions":[{"role":"%s","permission":{"columns":"*","filter":{}}}]}]}""".formatted(ROLE);

        assertThat(done(removal().edits(document(metadata(foreign)).actual())).edits())
                .isEmpty();
    }

    @Test
    void what_was_written_can_be_put_back() throws IOException {
        String before = changed(metadata(NEIGHBOUR), aPort().build());
        MetadataDocument document = document(before);
        var edits = edits(before, aPort().over("archive", "shots").build()).edits();

        String after = export(document.edited(edits).toString());
        String restored =
                document(after).edited(Restoration.of(edits, document.actual())).toString();

        assertThat(JSON.readTree(restored).path("sources"))
                .containsExactlyInAnyOrderElementsOf(JSON.readTree(before).at("/metadata/sources"));
    }

    private static MetadataChange removal() {
        return new MetadataChange(aPort().identity(), ROLE, Optional.empty());
    }

    private static String removed(String export) {
        MetadataDocument document = document(export);
        return document.edited(done(removal().edits(document.actual())).edits()).toString();
    }

    /** The export after the port was brought about. */
    private static String changed(String export, WantedPort wanted) {
        return export(document(export).edited(edits(export, wanted).edits()).toString());
    }

    private static JsonNode metadataOf(String export) throws IOException {
        return JSON.readTree(export).path("metadata");
    }

    private static MetadataChange.Edits edits(String export, WantedPort wanted) {
        return done(change(wanted).edits(document(export).actual()));
    }

    private static List<Problem> problems(String export, WantedPort wanted) {
        return change(wanted)
                .edits(document(export).actual())
                .match(done -> List.of(), (a, b) -> List.of(b), found -> found);
    }

    private static MetadataChange change(WantedPort wanted) {
        return new MetadataChange(
                wanted.identity(), wanted.identity().computedRole().orElseThrow(), Optional.of(wanted));
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private static List<String> names(JsonNode export) {
        return export.at("/sources").findValuesAsText("name").stream()
                .filter(name -> !name.equals("shots") && !name.equals("visits") && !name.equals("authors"))
                .toList();
    }

    private static MetadataDocument document(String export) {
        try {
            return MetadataReader.read(Pieces.of(export.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new AssertionError(export, broken);
        }
    }

    private static String metadata(String... sources) {
        return export("{ \"version\" : 3,\n \"sources\": [" + String.join(" ,\n", sources) + "],\"actions\" : [ ] }");
    }

    private static String export(String metadata) {
        return "{\"resource_version\":5,\"metadata\":" + metadata + "}";
    }
}
