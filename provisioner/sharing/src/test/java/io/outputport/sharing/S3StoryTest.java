package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.storage.s3.TestingBucket;
import io.outputport.sharing.table.delta.SampleTable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table that lies in a bucket: its log is read by the server, and its files by the reader, from the storage itself. */
class S3StoryTest {
    private static final String TABLE = "/shares/sales/schemas/north/tables/orders";

    @TempDir
    Path machine;

    private TestingBucket bucket;
    private RunningServer server;
    private RunningServer.Reader ada;
    private SampleTable table;

    @BeforeEach
    void aTableInABucket() {
        bucket = TestingBucket.over(machine.resolve("store"));
        Map<String, String> settings = new HashMap<>(bucket.settings("tables"));
        settings.put("SHARING_STORAGE_LAKE_TIMEOUT", "3s");
        settings.put("SHARING_TABLE_PROBE", "0");
        String[] more = settings.entrySet().stream()
                .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
                .toArray(String[]::new);
        server = RunningServer.in(machine, more).offers("sales", "north.orders");
        ada = server.reader("ada");
        server.grants("sales", "ada");
        table = SampleTable.at(bucket.folder().resolve("tables/north/orders"))
                .orders(LocalDate.of(2026, 11, 30), "ada", "bob");
    }

    @AfterEach
    void stop() {
        server.close();
        bucket.close();
    }

    @Test
    void a_reader_fetches_the_files_from_the_storage() throws Exception {
        List<String> lines = ada.queries("sales", "north.orders");

        assertThat(lines).hasSize(3);
        URI address = URI.create(lines.get(2).replaceAll(".*\"url\":\"([^\"]*)\".*", "$1"));
        assertThat(address.toString()).startsWith(bucket.endpoint() + "/lake/tables/north/orders/");
        HttpResponse<byte[]> file =
                server.sent(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body())
                .isEqualTo(Files.readAllBytes(bucket.folder().resolve("tables/north/orders/" + table.lastAdded())));
    }

    @Test
    void the_moment_in_which_addresses_are_given_out_is_in_the_audit() {
        ada.queries("sales", "north.orders");

        assertThat(admin("/audit?share=sales&limit=1").body())
                .contains("\"action\":\"QUERY\"", "\"actor\":\"ada\"", "\"table\":\"orders\"", "\"files\":1");
    }

    @Test
    void a_new_version_is_found() {
        assertThat(ada.gets(TABLE + "/version").headers().firstValue("Delta-Table-Version"))
                .contains("1");

        table.orders(LocalDate.of(2026, 12, 1), "eve");

        assertThat(ada.gets(TABLE + "/version").headers().firstValue("Delta-Table-Version"))
                .contains("2");
        assertThat(ada.queries("sales", "north.orders")).hasSize(4);
    }

    @Test
    void an_operator_sees_the_storage_and_what_is_in_it() {
        assertThat(admin("/storages").body()).contains("\"name\":\"lake\"");
        assertThat(admin("/storages/lake/inspect?path=north/orders").body())
                .contains("\"readable\":true", "\"version\":1", "\"customer\"");
        assertThat(admin("/storages/lake/inspect?path=south").body())
                .contains("\"readable\":false", "The table is not there.");
    }

    @Test
    void while_the_storage_is_away_clients_are_told_to_come_again() {
        bucket.close();

        HttpResponse<String> later = ada.posts(TABLE + "/query", "{}");

        assertThat(later.statusCode()).isEqualTo(503);
        assertThat(later.headers().firstValue("Retry-After")).isPresent();
        assertThat(later.body())
                .contains("The table's storage does not answer.")
                .doesNotContain("127.0.0.1");
    }

    private HttpResponse<String> admin(String path) {
        return server.sent(
                HttpRequest.newBuilder(URI.create(server.url() + "/admin/v1" + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
