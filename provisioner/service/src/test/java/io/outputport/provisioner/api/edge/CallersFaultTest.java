package io.outputport.provisioner.api.edge;

import static io.outputport.provisioner.api.Bodies.provisioning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.outputport.provisioner.TestingServer;
import io.outputport.provisioner.api.TestingAdmission;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What a caller does wrong with HTTP itself is answered in words, and is no error of ours in the log. */
class CallersFaultTest {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private static final Logger FAILURES = (Logger) LoggerFactory.getLogger(UnexpectedFailure.class);
    private static final String BODY = provisioning().toString();

    private static TestingServer server;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeAll
    static void start() {
        server = TestingServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void listen() {
        lines.start();
        ROOT.addAppender(lines);
        FAILURES.setLevel(Level.DEBUG);
    }

    @AfterEach
    void nothing_was_an_error_of_ours() {
        ROOT.detachAppender(lines);
        FAILURES.setLevel(null);
        assertThat(List.copyOf(lines.list))
                .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                // What became whole in spite of its caller is a task, and there is no Hasura here to carry it out.
                .filteredOn(line -> !line.getLoggerName().contains(".task."))
                .isEmpty();
    }

    @Test
    void a_gzip_that_is_none_is_400() throws Exception {
        assertIsNotDecompressed(BODY.getBytes(StandardCharsets.UTF_8), "gzip");
        assertIsNotDecompressed(BODY.getBytes(StandardCharsets.UTF_8), "deflate");
    }

    @ParameterizedTest
    @CsvSource({"2, header", "20, data", "-8, checksum", "-4, length"})
    void a_damaged_gzip_is_400(int place, String name) throws Exception {
        byte[] zipped = gzip(BODY);
        zipped[place < 0 ? zipped.length + place : place] ^= 0x55;

        assertIsNotDecompressed(zipped, "gzip");
    }

    @ParameterizedTest
    @CsvSource({"gzip, 1", "gzip, 4", "gzip, 8", "gzip, 12", "deflate, 1", "deflate, 4", "deflate, 9"})
    void a_body_whose_compression_has_no_end_is_400(String encoding, int missing) throws Exception {
        byte[] zipped = encoding.equals("gzip") ? gzip(BODY) : deflate(BODY);

        assertIsNotDecompressed(Arrays.copyOf(zipped, zipped.length - missing), encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "deflate"})
    void a_whole_body_is_read_also_in_several_parts(String encoding) throws Exception {
        boolean gzip = encoding.toLowerCase(Locale.ROOT).contains("gzip");
        byte[] zipped = gzip ? joined(gzip(BODY.substring(0, 9)), gzip(BODY.substring(9))) : deflate(BODY);

        HttpResponse<String> answer = post(zipped, encoding);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void what_follows_the_end_of_a_compressed_body_is_not_left_unread() throws Exception {
        assertIsNotDecompressed(joined(gzip(BODY), "{}".getBytes(StandardCharsets.UTF_8)), "gzip");
        assertIsNotDecompressed(joined(gzip(BODY), Arrays.copyOf(gzip(" "), 15)), "gzip");
        assertIsNotDecompressed(joined(deflate(BODY), deflate(BODY)), "deflate");
        byte[] empty = gzip("");
        byte[] many = new byte[empty.length * 2_000];
        for (int member = 0; member < 2_000; member++) {
            System.arraycopy(empty, 0, many, member * empty.length, empty.length);
        }
        assertIsNotDecompressed(many, "gzip");
    }

    @Test
    void an_end_that_is_missing_is_not_looked_for_in_the_next_request() throws Exception {
        byte[] zipped = gzip(BODY);
        for (int turn = 0; turn < 3; turn++) {
            assertIsNotDecompressed(Arrays.copyOf(zipped, zipped.length - 8), "gzip");
            HttpResponse<String> whole = post(zipped, "gzip");
            assertThat(whole.statusCode()).as(whole.body()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, gzip", "nonsense"})
    void an_encoding_that_is_not_known_is_415(String encoding) throws Exception {
        HttpResponse<String> answer = post(BODY.getBytes(StandardCharsets.UTF_8), encoding);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("The encoding of the request body is not known here.", "Send it with gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n", "-5\r\n", "fffffffffffffff\r\n", "5\r\n{}  \r\nnonsense\r\n"})
    void chunks_that_are_none_are_400(String chunks) throws Exception {
        try (RawConnection caller = new RawConnection(server)) {
            caller.send("POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n" + chunks + "\r\n");

            assertThat(caller.answer())
                    .startsWith("HTTP/1.1 400")
                    .contains("The request body is not framed as HTTP/1.1 says");
        }
    }

    @Test
    void a_whole_body_with_nonsense_instead_of_its_last_chunk_is_not_carried_out() throws Exception {
        TestingAdmission admission = server.bean(TestingAdmission.class);
        admission.reset();
        try (RawConnection caller = new RawConnection(server)) {
            caller.send("POST /v1/provision HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(BODY.length()) + "\r\n" + BODY
                    + "\r\nnonsense\r\n\r\n");

            assertThat(caller.answer()).startsWith("HTTP/1.1 400");
        }
        assertThat(admission.orders).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /v1/provision/%zz/status HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /tasks?limit=%1 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http://[::1/ HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /tasks HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "GET /tasks HTTP/1.1\r\nHost: x\r\nA: b\u0000\r\n\r\n",
                "POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\n",
                "POST /v1/validate HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n{}",
                "\u0016\u0003\u0001 TLS\r\n\r\n",
            })
    void what_is_no_http_is_400(String request) throws Exception {
        try (RawConnection caller = new RawConnection(server)) {
            assertThat(caller.send(request).answer()).contains(" 400 Bad Request", "The request cannot be read.");
        }
    }

    @Test
    void a_caller_that_hangs_up_in_the_middle_is_a_debug_line_without_a_stack() throws Exception {
        for (int caller = 0; caller < 20; caller++) {
            RawConnection connection = new RawConnection(server);
            connection.send(RawConnection.head(500_000)).send(BODY.repeat(1 + caller % 4 * 100));
            connection.abort();
        }

        await().untilAsserted(() -> assertThat(List.copyOf(lines.list))
                .anySatisfy(line -> assertThat(line.getFormattedMessage())
                        .startsWith("POST /v1/validate was broken off by the caller")));
        assertThat(List.copyOf(lines.list))
                .filteredOn(line -> line.getLoggerName().equals(FAILURES.getName()))
                .allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
    }

    private static void assertIsNotDecompressed(byte[] body, String encoding) throws Exception {
        HttpResponse<String> answer = post(body, encoding);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("The request body cannot be decompressed", "Compress it again");
    }

    private static HttpResponse<String> post(byte[] body, String encoding) throws Exception {
        return server.send(
                "POST",
                "/v1/validate",
                BodyPublishers.ofByteArray(body),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                encoding);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] deflate(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream zip = new DeflaterOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
