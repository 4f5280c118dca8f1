package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.table.delta.SampleTable;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** A table is read over HTTP, as clients do it. */
class QueryStoryTest {
    private static final String TABLE = "/shares/sales/schemas/north/tables/orders";
    private static final String CAPABILITIES = "delta-sharing-capabilities";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @TempDir
    Path machine;

    private RunningServer server;
    private RunningServer.Reader ada;
    private Path folder;

    @BeforeEach
    void aShareWithOneTable() {
        server = RunningServer.in(machine).offers("sales", "north.orders");
        ada = server.reader("ada");
        server.grants("sales", "ada");
        folder = server.lake().resolve("north/orders");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_version_is_told_in_a_header_on_both_paths() {
        SampleTable.at(folder).orders(DAY, "ada").orders(DAY, "bob");

        HttpResponse<String> version = ada.gets(TABLE + "/version");
        assertThat(version.statusCode()).isEqualTo(200);
        assertThat(version.headers().firstValue("Delta-Table-Version")).contains("2");
        assertThat(version.body()).isEmpty();

        HttpResponse<String> old = ada.sends(ada.request(TABLE).method("HEAD", noBody()));
        assertThat(old.statusCode()).isEqualTo(200);
        assertThat(old.headers().firstValue("Delta-Table-Version")).contains("2");
    }

    @Test
    void the_metadata_is_two_lines() {
        SampleTable.at(folder).orders(DAY, "ada", "bob");

        HttpResponse<String> metadata = ada.gets(TABLE + "/metadata", CAPABILITIES, "responseformat=delta,parquet");

        assertThat(metadata.statusCode()).isEqualTo(200);
        assertThat(metadata.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        assertThat(metadata.headers().firstValue("Delta-Table-Version")).contains("1");
        assertThat(metadata.headers().firstValue(CAPABILITIES)).contains("responseformat=parquet");
        List<String> lines = metadata.body().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo("{\"protocol\":{\"minReaderVersion\":1}}");
        assertThat(lines.get(1)).contains("\"schemaString\"", "\"numFiles\":1");
    }

    @Test
    void a_query_tells_every_live_file_once() {
        SampleTable table = SampleTable.at(folder).orders(DAY, "ada");
        String removed = table.lastAdded();
        table.orders(DAY, "bob")
                .commit("{\"remove\":{\"path\":\"" + removed + "\",\"deletionTimestamp\":1,\"dataChange\":true}}");

        HttpResponse<String> answer = ada.posts(TABLE + "/query", "{}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Delta-Table-Version")).contains("3");
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(2))
                .startsWith("{\"file\":{\"url\":\"" + server.url() + "/files/")
                .contains("\"expirationTimestamp\":");
    }

    @Test
    void who_asks_for_an_end_is_told_it_and_nobody_else() {
        SampleTable.at(folder).orders(DAY, "ada");

        HttpResponse<String> answer =
                ada.posts(TABLE + "/query", "{}", CAPABILITIES, "responseformat=parquet;includeendstreamaction=true");

        assertThat(answer.headers().firstValue(CAPABILITIES))
                .contains("responseformat=parquet;includeendstreamaction=true");
        assertThat(answer.body().lines().toList().get(3)).startsWith("{\"endStreamAction\":{\"minUrlExpiration");
        assertThat(ada.posts(TABLE + "/query", "{}").body()).doesNotContain("endStreamAction");
    }

    @Test
    void an_address_does_not_outlive_the_token_that_it_was_made_for() {
        SampleTable.at(folder).orders(DAY, "ada");
        RunningServer.Reader eve = server.reader("eve", Map.of(), Duration.ofMinutes(5));
        server.grants("sales", "ada", "eve");

        String file = eve.posts(TABLE + "/query", "{}").body().lines().toList().get(2);

        assertThat(Instant.ofEpochMilli(
                        SampleTable.json(file).at("/file/expirationTimestamp").asLong()))
                .isBefore(Instant.now().plus(Duration.ofMinutes(6)));
    }

    @Test
    void an_answer_of_many_pieces_is_whole() {
        SampleTable table = SampleTable.at(folder);
        List<String> adds = new ArrayList<>();
        IntStream.range(0, 3_000)
                .forEach(at -> adds.add("{\"add\":{\"path\":\"part-" + at
                        + "\",\"partitionValues\":{},\"size\":100,\"modificationTime\":1,\"dataChange\":true}}"));
        table.commit(adds.toArray(String[]::new));

        List<String> lines = ada.queries("sales", "north.orders");

        assertThat(lines).hasSize(3_002);
        assertThat(lines.subList(2, 3_002)).allMatch(line -> line.startsWith("{\"file\":{\"url\":"));
        assertThat(lines.stream()
                        .skip(2)
                        .map(line -> line.replaceAll(".*/part-(\\d+)\\?.*", "$1"))
                        .distinct())
                .hasSize(3_000);
        assertThat(ada.queries("sales", "north.orders").get(1))
                .as("the first answer may begin before all files are counted, this one cannot")
                .contains("\"size\":300000,\"numFiles\":3000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x|MALFORMED_REQUEST",
                "[]|MALFORMED_REQUEST",
                "{\"version\":1}|INVALID_PARAMETER_VALUE",
                "{\"timestamp\":\"2022-01-01T00:00:00Z\"}|INVALID_PARAMETER_VALUE",
                "{\"startingVersion\":1}|INVALID_PARAMETER_VALUE",
                "{\"limitHint\":-1}|INVALID_PARAMETER_VALUE",
            })
    void a_body_that_cannot_be_meant_is_a_400(String body, String code) {
        SampleTable.at(folder).orders(DAY, "ada");

        HttpResponse<String> refused = ada.posts(TABLE + "/query", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"errorCode\":\"" + code + "\"");
    }

    @Test
    void a_body_of_ten_megabytes_is_refused() {
        SampleTable.at(folder).orders(DAY, "ada");

        assertThat(ada.posts(TABLE + "/query", " ".repeat(2_000_000)).statusCode())
                .isEqualTo(400);
        assertThat(ada.posts(TABLE + "/query", " ".repeat(10_000_000)).statusCode())
                .isEqualTo(413);
    }

    @Test
    void what_is_not_served_is_refused_by_name() {
        SampleTable.at(folder).orders(DAY, "ada");
        server.offersWithHistory("past", "north.orders").grants("past", "ada");

        assertThat(refusal(ada.gets(TABLE + "/changes?startingVersion=0"))).contains("The feed of a table's changes");
        assertThat(refusal(ada.posts(TABLE + "/temporary-table-credentials", "{}")))
                .contains("by credentials");
        assertThat(refusal(ada.posts(TABLE + "/queries/1", "{}"))).contains("answered later");
        assertThat(refusal(ada.posts("/shares/past/schemas/north/tables/orders/query", "{\"startingVersion\":0}")))
                .contains("A query of changes since a version");
    }

    @Test
    void a_table_whose_deleted_rows_the_client_would_not_see_is_refused_with_the_header_to_send() {
        SampleTable.with(folder, Map.of("delta.enableDeletionVectors", "true"))
                .orders(DAY, "ada", "bob")
                .without(false, 0);
        String told = "The table uses deletionVectors, which this client does not say that it reads. Send the header"
                + " delta-sharing-capabilities: responseformat=delta;readerfeatures=deletionvectors";

        assertThat(refusal(ada.posts(TABLE + "/query", "{}"))).contains(told);
        assertThat(refusal(ada.gets(TABLE + "/metadata", CAPABILITIES, "responseformat=delta,parquet")))
                .contains(told);
        assertThat(ada.gets(TABLE + "/version").statusCode()).isEqualTo(200);
    }

    @Test
    void the_other_format_is_answered_to_who_knows_what_the_table_uses() {
        SampleTable.with(folder, Map.of("delta.enableDeletionVectors", "true"))
                .orders(DAY, "ada", "bob")
                .without(false, 0)
                .renamed();
        String header = "responseformat=delta,parquet;readerfeatures=deletionvectors,columnmapping";

        HttpResponse<String> answer = ada.posts(TABLE + "/query", "{}", CAPABILITIES, header);

        assertThat(answer.headers().firstValue(CAPABILITIES)).contains("responseformat=delta");
        assertThat(answer.body().lines().toList().get(2))
                .contains(
                        "\"deletionVectorFileId\":\"", "\"deltaSingleAction\":{\"add\":{\"path\":\"http://", "/files/");
        assertThat(ada.gets(TABLE + "/metadata", CAPABILITIES, header).body())
                .contains("\"numFiles\":1", "delta.columnMapping.physicalName")
                .doesNotContain("endStreamAction");
    }

    @Test
    void ids_of_files_are_made_as_the_client_wishes() {
        SampleTable.at(folder).orders(DAY, "ada");

        HttpResponse<String> wished = ada.posts(TABLE + "/query", "{}", "fileidhash", "DELTA");

        assertThat(wished.headers().firstValue("fileidhash")).contains("delta");
        assertThat(wished.body()).containsPattern("\"id\":\"[0-9a-f]{64}\"");
        assertThat(ada.posts(TABLE + "/query", "{}").body()).containsPattern("\"id\":\"[0-9a-f]{32}\"");
        assertThat(ada.posts(TABLE + "/query", "{}", "fileidhash", "crc").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_table_that_is_gone_is_a_404_and_a_broken_one_a_400() {
        assertThat(ada.posts(TABLE + "/query", "{}").statusCode()).isEqualTo(404);

        SampleTable.at(folder)
                .orders(DAY, "ada")
                .commit("{\"add\":{\"path\":\"s3://other/part\","
                        + "\"partitionValues\":{},\"size\":1,\"modificationTime\":1,\"dataChange\":true}}");
        assertThat(refusal(ada.posts(TABLE + "/query", "{}"))).contains("as a shallow clone does");
    }

    @Test
    void no_library_tells_the_log_where_tables_lie() {
        assertThat(List.of("io.delta.kernel.internal.SnapshotImpl", "org.apache.parquet.X", "org.apache.hadoop.X"))
                .noneMatch(name -> LoggerFactory.getLogger(name).isErrorEnabled());
    }

    private static String refusal(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("\"errorCode\":\"UNSUPPORTED_OPERATION\"");
        return response.body();
    }

    private static HttpRequest.BodyPublisher noBody() {
        return HttpRequest.BodyPublishers.noBody();
    }
}
