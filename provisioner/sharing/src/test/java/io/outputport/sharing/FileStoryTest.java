package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.recipient.Lifetimes;
import io.outputport.sharing.table.delta.SampleTable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are fetched under the addresses that a query gave, and under no other. */
class FileStoryTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @TempDir
    Path machine;

    private RunningServer server;
    private RunningServer.Reader ada;
    private Path file;
    private URI address;

    @BeforeEach
    void aFileThatAdaWasGiven() throws IOException {
        server = RunningServer.in(machine).offers("sales", "north.orders");
        ada = server.reader("ada");
        server.grants("sales", "ada");
        Path folder = server.lake().resolve("north/orders");
        SampleTable table = SampleTable.at(folder).orders(DAY, "ada", "bob");
        file = folder.resolve(table.lastAdded());
        address = addresses().get(0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<URI> addresses() {
        return ada.queries("sales", "north.orders").stream()
                .skip(2)
                .map(line -> URI.create(line.replaceAll(".*\"url\":\"([^\"]*)\".*", "$1")))
                .toList();
    }

    @Test
    void the_file_is_had_whole_without_a_token() throws IOException {
        HttpResponse<byte[]> whole = fetch(address);

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(Files.readAllBytes(file));
        assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(Files.size(file));
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
    }

    @Test
    void its_size_is_had_by_head() throws IOException {
        HttpResponse<byte[]> head = server.sent(
                HttpRequest.newBuilder(address)
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(Files.size(file));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void a_part_is_had_by_its_range() throws IOException {
        byte[] all = Files.readAllBytes(file);

        HttpResponse<byte[]> end = fetch(address, "Range", "bytes=-8");
        assertThat(end.statusCode()).isEqualTo(206);
        assertThat(end.body()).isEqualTo(Arrays.copyOfRange(all, all.length - 8, all.length));
        assertThat(end.headers().firstValue("Content-Range"))
                .contains("bytes " + (all.length - 8) + "-" + (all.length - 1) + "/" + all.length);
        assertThat(end.headers().firstValueAsLong("Content-Length")).hasValue(8);

        assertThat(fetch(address, "Range", "bytes=4-9").body()).isEqualTo(Arrays.copyOfRange(all, 4, 10));
        assertThat(fetch(address, "Range", "bytes=0-1,4-5").body()).isEqualTo(all);
        HttpResponse<byte[]> beside = fetch(address, "Range", "bytes=" + all.length + "-");
        assertThat(beside.statusCode()).isEqualTo(416);
        assertThat(beside.headers().firstValue("Content-Range")).contains("bytes */" + all.length);
    }

    @Test
    void a_part_of_another_content_is_not_put_to_what_a_client_has() throws IOException {
        String tag = fetch(address).headers().firstValue("ETag").orElseThrow();

        assertThat(fetch(address, "Range", "bytes=0-3", "If-Range", tag).statusCode())
                .isEqualTo(206);
        HttpResponse<byte[]> other = fetch(address, "Range", "bytes=0-3", "If-Range", "\"other\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void with_the_token_the_addresses_end_that_it_was_given() {
        ada.isRevoked();

        HttpResponse<byte[]> refused = fetch(address);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"errorCode\":\"PERMISSION_DENIED\",\"message\":\"This address is not good, or not any more."
                                + " Query again.\"}");
        assertThat(ada.gets("/shares").statusCode()).isEqualTo(401);
    }

    @Test
    void with_the_grant_the_addresses_end_that_it_gave() {
        server.grants("sales", "ada", "user:bob");
        assertThat(fetch(address).statusCode()).isEqualTo(200);

        server.grants("sales", "user:bob");

        assertThat(fetch(address).statusCode()).isEqualTo(403);
    }

    @Test
    void an_address_is_good_for_no_longer_than_its_share_lets_it_be() {
        server.limits("sales", new Lifetimes(Optional.empty(), Optional.of(Duration.ofSeconds(90))));

        long expires = Long.parseLong(addresses().get(0).getPath().split("/")[2]);

        assertThat(Instant.ofEpochSecond(expires))
                .isBeforeOrEqualTo(Instant.now().plusSeconds(90));
        assertThat(Long.parseLong(address.getPath().split("/")[2])).isGreaterThan(expires + 300);
    }

    @Test
    void a_token_that_is_older_than_its_share_lets_tokens_be_reads_it_no_more_and_others_still() {
        server.offers("others", "north.orders").grants("others", "ada");
        server.limits("sales", new Lifetimes(Optional.of(Duration.ZERO), Optional.empty()));

        HttpResponse<String> refused = ada.posts("/shares/sales/schemas/north/tables/orders/query", "{}");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("older than this share's provider lets tokens be. Activate a new one.");
        assertThat(ada.queries("others", "north.orders")).hasSizeGreaterThan(2);
    }

    @Test
    void an_address_that_somebody_changed_is_refused() throws IOException {
        Files.writeString(server.lake().resolve("north/secret"), "not for ada");
        String good = address.toString();
        String[] parts = good.substring(good.indexOf("/files/")).split("/");
        long later = Long.parseLong(parts[2]) + 1;

        Stream.of(
                        good.replace("/" + parts[2] + "/", "/" + later + "/"),
                        good.replace("/lake/", "/pond/"),
                        good.replace("north/orders/" + file.getFileName(), "north/secret"),
                        good.replace(file.getFileName().toString(), "_delta_log/00000000000000000000.json"),
                        good.replace("?", "x?"),
                        good.replace("/orders/", "/orders/../orders/"),
                        good.replace("/orders/", "/orders/%2e%2e/orders/"),
                        good.replace("/orders/", "/orders//"),
                        server.url() + "/files/",
                        server.url() + "/files/1/a/s//host",
                        server.url() + "/files/1/2/3",
                        server.url() + "/files/" + parts[2] + "/" + parts[3] + "/lake/",
                        server.url() + "/files/" + parts[2] + "/" + parts[3] + "/lake/%00")
                .forEach(changed -> assertThat(fetch(URI.create(changed)).statusCode())
                        .as(changed)
                        .isIn(403, 404));
    }

    @Test
    void an_address_ends_after_its_time() {
        try (RunningServer brief = RunningServer.in(machine.resolve("brief"), "SHARING_URL_LIFETIME", "1ms")) {
            brief.offers("sales", "north.orders");
            ada = brief.reader("ada");
            brief.grants("sales", "ada");
            SampleTable.at(brief.lake().resolve("north/orders")).orders(DAY, "ada");

            assertThat(fetch(addresses().get(0)).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void a_file_that_became_a_link_is_gone() throws IOException {
        Path secret = Files.writeString(machine.resolve("secret"), "not for ada");
        Files.delete(file);
        Files.createSymbolicLink(file, secret);

        HttpResponse<byte[]> gone = fetch(address);

        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(new String(gone.body(), StandardCharsets.UTF_8)).contains("The file is not there any more");
    }

    @Test
    void names_that_an_address_must_escape_are_served() throws IOException {
        String name = "a b+ä%20?#=&.parquet";
        Files.copy(file, file.resolveSibling(name));
        SampleTable.over(server.lake().resolve("north/orders"))
                .commit("{\"add\":{\"path\":\"a%20b+%C3%A4%2520%3F%23=&.parquet\",\"partitionValues\":{},\"size\":1,"
                        + "\"modificationTime\":1,\"dataChange\":true}}");

        assertThat(addresses())
                .hasSize(2)
                .allSatisfy(each -> assertThat(fetch(each).body()).isEqualTo(Files.readAllBytes(file)));
    }

    private HttpResponse<byte[]> fetch(URI from, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(from);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.sent(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
