package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sharing.table.delta.SampleTable;
import io.outputport.sharing.table.delta.write.KernelReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recipient that puts what it was told into a log of its own and reads that with Delta Kernel, as Spark's client does. */
class KernelRecipientTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @TempDir
    Path machine;

    private RunningServer server;
    private RunningServer.Reader ada;
    private Path folder;

    @BeforeEach
    void aSharedTable() {
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
    void it_reads_the_rows_that_the_provider_reads() throws IOException {
        SampleTable table = SampleTable.at(folder).orders(DAY, "ada", null, "bob");
        String removed = table.lastAdded();
        table.orders(DAY.plusDays(1), "eve", "ünal")
                .commit("{\"remove\":{\"path\":\"" + removed + "\",\"deletionTimestamp\":1,\"dataChange\":true}}")
                .orders(DAY.plusDays(2), "mallory");

        assertThat(received()).hasSize(3).containsExactlyInAnyOrderElementsOf(new KernelReader().rows(folder));
    }

    @Test
    void it_reads_partitions_whatever_their_values_look_like() throws IOException {
        SampleTable.partitioned(folder, "customer", "day")
                .orders(DAY, "a b", "50%", "x/y", "a=b", "ünal", null)
                .orders(DAY.plusDays(1), "a b");

        assertThat(received()).hasSize(7).containsExactlyInAnyOrderElementsOf(new KernelReader().rows(folder));
    }

    private List<List<Object>> received() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : ada.queries("sales", "north.orders")) {
            lines.add(JSON.readTree(line));
        }
        Path copy = Files.createDirectories(machine.resolve("received"));
        List<String> log = new ArrayList<>();
        log.add("{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":2}}");
        log.add(JSON.writeValueAsString(lines.get(1)));
        for (JsonNode line : lines.subList(2, lines.size())) {
            log.add(added(line.get("file"), copy));
        }
        Files.writeString(
                Files.createDirectories(copy.resolve("_delta_log")).resolve("00000000000000000000.json"),
                String.join("\n", log));
        return new KernelReader().rows(copy);
    }

    private String added(JsonNode file, Path copy) throws IOException {
        String name = file.get("id").asText();
        HttpResponse<Path> fetched = server.sent(
                HttpRequest.newBuilder(URI.create(file.get("url").asText())).build(),
                HttpResponse.BodyHandlers.ofFile(copy.resolve(name)));
        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(Files.size(fetched.body())).isEqualTo(file.get("size").asLong());
        ObjectNode add = JSON.createObjectNode();
        add.put("path", name).put("size", file.get("size").asLong()).put("modificationTime", 1);
        add.put("dataChange", true).set("partitionValues", file.get("partitionValues"));
        return JSON.writeValueAsString(JSON.createObjectNode().set("add", add));
    }
}
