package io.outputport.sharing.tck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.run.Needs;
import io.outputport.sharing.tck.run.Offer;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.TrialExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Versions and metadata of tables. */
@ExtendWith(TrialExtension.class)
class MetadataCases {
    private final Trial trial;
    private final Client client;

    MetadataCases(Trial trial) {
        this.trial = trial;
        this.client = trial.client();
    }

    @Test
    void the_version_stands_in_a_header_over_an_empty_body() {
        Answer version = client.get(trial.tablePath("plain") + "/version");

        assertThat(version.status()).isEqualTo(200);
        assertThat(version.header(Client.VERSION)).isEqualTo("3");
        assertThat(version.body()).isEmpty();
    }

    @Needs(Offer.HEAD)
    @Test
    void the_version_is_had_by_head() {
        assertThat(client.method("HEAD", trial.tablePath("plain")).header(Client.VERSION))
                .isEqualTo("3");
    }

    @Test
    void a_version_is_told_of_tables_that_only_some_can_read() {
        assertThat(client.get(trial.tablePath("vectors") + "/version").header(Client.VERSION))
                .isEqualTo("3");
    }

    @Test
    void metadata_is_two_lines_under_its_version() {
        Answer metadata = metadata("plain");

        assertThat(metadata.header(Client.VERSION)).isEqualTo("3");
        assertThat(metadata.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(metadata.lines()).hasSize(2);
        assertThat(metadata.lines()
                        .get(0)
                        .path("protocol")
                        .path("minReaderVersion")
                        .asInt())
                .isEqualTo(1);
        assertThat(content(metadata).path("format").path("provider").asText()).isEqualTo("parquet");
    }

    @Test
    void the_schema_is_json_in_a_text() throws Exception {
        JsonNode schema = new ObjectMapper()
                .readTree(content(metadata("measures")).path("schemaString").asText());

        assertThat(schema.path("type").asText()).isEqualTo("struct");
        assertThat(schema.path("fields"))
                .extracting(field -> field.path("name").asText())
                .containsExactly("id", "day", "amount", "city", "at");
    }

    @Test
    void columns_of_partitions_are_named_in_their_order() {
        assertThat(content(metadata("partition_two")).path("partitionColumns"))
                .extracting(JsonNode::asText)
                .containsExactly("country", "day");
        assertThat(content(metadata("plain")).path("partitionColumns")).isEmpty();
    }

    @Test
    void the_id_of_a_table_stays() {
        String id = content(metadata("plain")).path("id").asText();

        assertThat(id).isNotEmpty();
        assertThat(content(metadata("plain")).path("id").asText()).isEqualTo(id);
        assertThat(content(query("plain")).path("id").asText()).isEqualTo(id);
    }

    @Needs(Offer.SIZES)
    @Test
    void size_and_number_of_files_are_those_of_the_query() {
        Answer query = query("partition_two");

        assertThat(content(query).path("numFiles").asLong())
                .isEqualTo(query.files().size());
        assertThat(content(query).path("size").asLong())
                .isEqualTo(query.files().stream()
                        .mapToLong(file -> file.path("size").asLong())
                        .sum());
    }

    @Test
    void an_empty_table_has_no_files() {
        Answer query = query("empty");

        assertThat(query.status()).isEqualTo(200);
        assertThat(query.lines()).hasSize(2);
    }

    private Answer metadata(String table) {
        return client.get(trial.tablePath(table) + "/metadata");
    }

    private Answer query(String table) {
        return client.post(trial.tablePath(table) + "/query", "{}");
    }

    private static JsonNode content(Answer answer) {
        return answer.lines().get(1).path("metaData");
    }
}
