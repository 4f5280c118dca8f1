package io.outputport.sharing.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.cache.KeptTables;
import io.outputport.sharing.table.delta.DeltaTables;
import io.outputport.sharing.table.delta.SampleTable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a storage at S3 answers instead of a table, as recipients are told it. */
class StorageTroubleTest {
    private static final TableLocation ORDERS = new TableLocation("lake", "orders");
    private static final String AWAY = "later: The table's storage does not answer.";

    @TempDir
    Path machine;

    private TestingBucket bucket;

    @BeforeEach
    void aTable() {
        bucket = TestingBucket.over(machine);
        SampleTable.at(bucket.folder().resolve("orders")).orders(LocalDate.of(2026, 11, 30), "ada");
    }

    @AfterEach
    void stop() {
        bucket.close();
    }

    @Test
    void a_table_is_read_through_its_checkpoint() {
        SampleTable.over(bucket.folder().resolve("orders")).checkpoint().orders(LocalDate.of(2026, 12, 1), "bob");

        assertThat(told(bucket.settings(""), ORDERS)).isEqualTo("version 2, 2 files");
        assertThat(told(bucket.settings(""), new TableLocation("lake", "no-orders")))
                .isEqualTo("The table is not there.");
    }

    @Test
    void a_key_that_is_refused_will_not_be_taken_by_itself() {
        Map<String, String> wrong = bucket.settings("");
        wrong.put("SHARING_STORAGE_LAKE_SECRET_ACCESS_KEY", "other");

        assertThat(told(wrong, ORDERS)).isEqualTo("The table cannot be read: this server may not read its files.");
    }

    @Test
    void a_bucket_that_is_not_there_is_no_missing_table() {
        Map<String, String> wrong = bucket.settings("");
        wrong.put("SHARING_STORAGE_LAKE", "s3://pond");

        assertThat(told(wrong, ORDERS)).isEqualTo("The table cannot be read: its storage's bucket is not there.");
    }

    @Test
    void a_storage_that_is_away_may_come_back() {
        Map<String, String> settings = bucket.settings("");
        bucket.close();

        assertThat(told(settings, ORDERS)).isEqualTo(AWAY);
    }

    @Test
    void a_storage_that_is_silent_is_waited_for_no_longer_than_is_set() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings = bucket.settings("");
            settings.put("SHARING_STORAGE_LAKE_ENDPOINT", "http://127.0.0.1:" + silent.getLocalPort());
            settings.put("SHARING_STORAGE_LAKE_TIMEOUT", "900ms");

            assertThat(told(settings, ORDERS)).isEqualTo(AWAY);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503|SlowDown|later: The table's storage does not answer.",
                "500|InternalError|later: The table's storage does not answer.",
                "429|TooManyRequests|later: The table's storage does not answer.",
                "400|RequestTimeout|later: The table's storage does not answer.",
                "400|ExpiredToken|The table cannot be read: this server may not read its files.",
                "403|AccessDenied|The table cannot be read: this server may not read its files.",
                "400|AuthorizationHeaderMalformed|The table cannot be read: its storage is set up wrongly.",
                "301|PermanentRedirect|The table cannot be read: its storage is set up wrongly.",
                "307|TemporaryRedirect|The table cannot be read: its storage is set up wrongly.",
            })
    void every_answer_means_the_same_each_time(int status, String code, String expected) throws IOException {
        HttpServer storage = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        storage.createContext("/", exchange -> {
            byte[] body =
                    ("<Error><Code>" + code + "</Code><Message>no</Message></Error>").getBytes(StandardCharsets.UTF_8);
            // Who followed it would find the table.
            exchange.getResponseHeaders()
                    .add(
                            "Location",
                            bucket.endpoint() + exchange.getRequestURI().toString());
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        storage.start();
        try {
            URI endpoint = URI.create("http://127.0.0.1:" + storage.getAddress().getPort());

            Map<String, String> settings = TestingBucket.settings(endpoint, "");
            settings.put("SHARING_STORAGE_LAKE_TIMEOUT", "2s");

            assertThat(told(settings, ORDERS)).isEqualTo(expected);
        } finally {
            storage.stop(0);
        }
    }

    private static String told(Map<String, String> settings, TableLocation table) {
        try (S3Roots roots = new S3Roots(Settings.of(settings), Clock.systemUTC())) {
            Outcome<String> told = new KeptTables(new DeltaTables(roots), Settings.of(Map.of()), Clock.systemUTC())
                    .latest(table)
                    .then(snapshot -> snapshot.read()
                            .map(files ->
                                    said(snapshot, files.tally().orElseThrow().files())));
            return told.match(
                    text -> text,
                    (after, problem) -> "later: " + problem.message(),
                    problems ->
                            problems.stream().map(Problem::message).findFirst().orElseThrow());
        }
    }

    private static String said(Snapshot snapshot, long files) {
        return "version " + snapshot.version() + ", " + files + " files";
    }
}
