package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.sharing.table.delta.SampleTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log is cut off while its lines are on their way: nobody may take what came for the whole table. */
class BrokenAnswerTest {
    /** Far more lines than all buffers between a server and a client that does not read can hold. */
    private static final int FILES = 100_000;

    @TempDir
    Path machine;

    private RunningServer server;
    private RunningServer.Reader ada;
    private Path commit;

    @BeforeEach
    void aTableWithALongLog() {
        // Too little for this log, so that it is read again for each answer.
        server = RunningServer.in(machine, "SHARING_CACHE_MEBIBYTES", "1").offers("sales", "north.orders");
        ada = server.reader("ada");
        server.grants("sales", "ada");
        SampleTable table = SampleTable.at(server.lake().resolve("north/orders"));
        table.commit(IntStream.range(0, FILES)
                .mapToObj(at -> "{\"add\":{\"path\":\"part-"
                        + UUID.nameUUIDFromBytes(new byte[] {(byte) at, (byte) (at >> 8), (byte) (at >> 16)})
                        + "\",\"partitionValues\":{},\"size\":1,\"modificationTime\":1,\"dataChange\":true}}")
                .toArray(String[]::new));
        commit = table.log().resolve("00000000000000000001.json");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_connection_breaks_off() throws IOException {
        try (BufferedReader lines = queried()) {
            assertThat(lines.readLine()).contains("protocol");
            cutOff();

            assertThatThrownBy(() -> lines.lines().count()).hasRootCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void who_asked_for_an_end_is_told_why() throws IOException {
        try (BufferedReader lines =
                queried("delta-sharing-capabilities", "responseformat=parquet;includeendstreamaction=true")) {
            assertThat(lines.readLine()).contains("protocol");
            cutOff();

            assertThat(lines.lines().reduce((one, next) -> next).orElseThrow())
                    .startsWith(
                            "{\"endStreamAction\":{\"errorMessage\":\"The table cannot be read: its log was changed");
        }
    }

    private BufferedReader queried(String... headers) {
        HttpRequest query = ada.request("/shares/sales/schemas/north/tables/orders/query", headers)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<InputStream> answer = server.sent(query, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** Behind a whole line, so that what is left reads like a log that was never longer. */
    private void cutOff() throws IOException {
        long line = Files.size(commit) / FILES;
        try (FileChannel log = FileChannel.open(commit, StandardOpenOption.WRITE)) {
            log.truncate(line * (FILES - 100));
        }
    }
}
