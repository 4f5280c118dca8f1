package io.outputport.sharing.tck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import io.outputport.sharing.tck.run.Needs;
import io.outputport.sharing.tck.run.Offer;
import io.outputport.sharing.tck.run.Trial;
import io.outputport.sharing.tck.run.TrialExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client says that it can read decides what it is given, and the answer says which. */
@ExtendWith(TrialExtension.class)
class CapabilityCases {
    private static final String DELTA = "responseformat=delta";
    private static final String BOTH = "responseformat=delta,parquet;readerfeatures=deletionvectors,columnmapping";

    private final Trial trial;
    private final Client client;

    CapabilityCases(Trial trial) {
        this.trial = trial;
        this.client = trial.client();
    }

    @Test
    void who_says_nothing_gets_parquet() {
        assertThat(query("plain").files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file.path("url").asText()).startsWith("http"));
    }

    @Test
    void the_answer_says_which_format_it_is_in() {
        Answer answer = query("plain", Client.CAPABILITIES, "responseformat=parquet");

        assertThat(answer.header(Client.CAPABILITIES)).contains("responseformat=parquet");
    }

    @Test
    void the_header_is_read_in_any_letter_case_and_with_spaces() {
        Answer answer = query("plain", Client.CAPABILITIES, "ResponseFormat=PARQUET; ReaderFeatures=DeletionVectors");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.files()).isNotEmpty();
    }

    @Test
    void a_table_that_needs_no_delta_comes_in_parquet_for_who_reads_both() {
        Answer answer = query("plain", Client.CAPABILITIES, BOTH);

        assertThat(answer.header(Client.CAPABILITIES)).contains("responseformat=parquet");
        assertThat(answer.lines()
                        .get(0)
                        .path("protocol")
                        .path("minReaderVersion")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_format_that_there_is_not_is_refused() {
        assertThat(query("plain", Client.CAPABILITIES, "responseformat=csv").status())
                .isEqualTo(400);
    }

    @Test
    void capabilities_that_are_not_known_are_passed_over() {
        assertThat(query("plain", Client.CAPABILITIES, "futurething=1,2;responseformat=parquet")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deleted_rows_never_come_back_for_who_reads_parquet_only() {
        Answer refused = query("vectors");

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).containsIgnoringCase("deletionVectors");
    }

    @Test
    void renamed_columns_never_come_back_empty_for_who_reads_parquet_only() {
        Answer refused = query("renamed");

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).containsIgnoringCase("columnMapping");
    }

    @Test
    void metadata_is_refused_as_the_query_is() {
        assertThat(client.get(trial.tablePath("vectors") + "/metadata").status())
                .isEqualTo(400);
    }

    @Needs(Offer.DELTA)
    @Test
    void who_asks_for_delta_gets_delta() {
        Answer answer = query("plain", Client.CAPABILITIES, DELTA);

        assertThat(answer.header(Client.CAPABILITIES)).contains("responseformat=delta");
        assertThat(answer.lines().get(0).path("protocol").path("deltaProtocol").isObject())
                .isTrue();
        assertThat(answer.lines().get(1).path("metaData").path("deltaMetadata").isObject())
                .isTrue();
        assertThat(answer.files()).isNotEmpty().allSatisfy(file -> {
            assertThat(file.path("id").asText()).isNotEmpty();
            assertThat(file.path("deltaSingleAction").path("add").path("path").asText())
                    .startsWith("http");
        });
    }

    @Needs(Offer.DELTA)
    @Test
    void a_feature_that_the_client_does_not_name_is_refused_by_its_name() {
        Answer refused = query("vectors", Client.CAPABILITIES, DELTA);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.json().path("message").asText()).containsIgnoringCase("deletionVectors");
    }

    @Needs(Offer.DELTA)
    @Test
    void a_table_that_needs_delta_comes_in_delta_for_who_reads_both() {
        Answer answer = query("vectors", Client.CAPABILITIES, BOTH);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header(Client.CAPABILITIES)).contains("responseformat=delta");
    }

    @Needs(Offer.DELTA)
    @Test
    void a_file_of_a_vector_has_an_id_and_an_address() {
        assertThat(query("vectors_sparse", Client.CAPABILITIES, Client.ALL_FEATURES)
                        .files())
                .filteredOn(file -> vector(file).path("storageType").asText().equals("p"))
                .allSatisfy(file -> {
                    assertThat(file.path("deletionVectorFileId").asText()).isNotEmpty();
                    assertThat(vector(file).path("pathOrInlineDv").asText()).startsWith("http");
                });
    }

    private static JsonNode vector(JsonNode file) {
        return file.path("deltaSingleAction").path("add").path("deletionVector");
    }

    @Needs(Offer.DELTA)
    @Test
    void metadata_comes_in_delta_too() {
        Answer answer = client.get(trial.tablePath("renamed") + "/metadata", Client.CAPABILITIES, Client.ALL_FEATURES);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.lines()
                        .get(1)
                        .path("metaData")
                        .path("deltaMetadata")
                        .path("schemaString")
                        .asText())
                .contains("delta.columnMapping.physicalName");
    }

    @Test
    void who_asks_for_an_end_is_given_one_in_the_last_line() {
        Answer answer = query("plain", Client.CAPABILITIES, "responseformat=parquet;includeendstreamaction=true");

        assertThat(answer.header(Client.CAPABILITIES)).contains("includeendstreamaction=true");
        List<JsonNode> lines = answer.lines();
        assertThat(lines.get(lines.size() - 1).has("endStreamAction")).isTrue();
        assertThat(answer.actions("endStreamAction")).hasSize(1);
    }

    @Test
    void who_does_not_ask_for_an_end_is_given_none() {
        Answer answer = query("plain", Client.CAPABILITIES, "responseformat=parquet");

        assertThat(answer.actions("endStreamAction")).isEmpty();
        assertThat(answer.header(Client.CAPABILITIES)).doesNotContain("endstreamaction");
    }

    @Needs(Offer.FILEIDHASH)
    @Test
    void the_way_of_making_ids_is_echoed() {
        assertThat(query("plain", "fileidhash", "parquet").header("fileidhash")).isEqualTo("parquet");
        assertThat(query("plain", "fileidhash", "delta").header("fileidhash")).isEqualTo("delta");
        assertThat(query("plain", "fileidhash", "other").status()).isEqualTo(400);
    }

    private Answer query(String table, String... headers) {
        return client.post(trial.tablePath(table) + "/query", "{}", headers);
    }
}
