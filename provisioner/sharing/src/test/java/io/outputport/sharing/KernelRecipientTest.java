package io.outputport.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.delta.kernel.internal.deletionvectors.Base85Codec;
import io.outputport.sharing.table.delta.SampleTable;
import io.outputport.sharing.table.delta.write.KernelReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    @Test
    void it_sees_no_row_that_was_deleted_and_every_other() throws IOException {
        SampleTable.with(folder, Map.of("delta.enableDeletionVectors", "true"))
                .orders(DAY, "ada", "bob", "eve")
                .without(false, 1)
                .orders(DAY.plusDays(1), "ada", "bob")
                .without(true, 0)
                .orders(DAY.plusDays(2), "mallory");

        assertThat(received("responseformat=delta;readerfeatures=deletionvectors"))
                .hasSize(4)
                .noneMatch(row -> row.equals(List.of(1L, "bob", DAY)))
                .containsExactlyInAnyOrderElementsOf(new KernelReader().rows(folder));
    }

    @Test
    void it_finds_columns_under_the_names_that_they_have_in_files() throws IOException {
        SampleTable.at(folder).orders(DAY, "ada", null).renamed();

        assertThat(received("responseformat=delta,parquet;readerfeatures=columnmapping,deletionvectors"))
                .hasSize(2)
                .contains(List.of(0L, "ada", 20_787))
                .containsExactlyInAnyOrderElementsOf(new KernelReader().rows(folder));
    }

    @Test
    void it_reads_a_plain_table_in_both_formats() throws IOException {
        SampleTable.partitioned(folder, "customer").orders(DAY, "ada", "a b", null);

        assertThat(received("responseformat=delta"))
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(new KernelReader().rows(folder));
    }

    private List<List<Object>> received() throws IOException {
        return received("responseformat=parquet");
    }

    private List<List<Object>> received(String capabilities) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : ada.queries("sales", "north.orders", "delta-sharing-capabilities", capabilities)) {
            lines.add(JSON.readTree(line));
        }
        Path copy = Files.createDirectories(machine.resolve("received"));
        List<String> log = new ArrayList<>();
        log.add(protocol(lines.get(0).get("protocol")));
        JsonNode metadata = lines.get(1).get("metaData");
        log.add(action("metaData", metadata.has("deltaMetadata") ? metadata.get("deltaMetadata") : metadata));
        for (JsonNode line : lines.subList(2, lines.size())) {
            log.add(added(line.get("file"), copy));
        }
        Files.writeString(
                Files.createDirectories(copy.resolve("_delta_log")).resolve("00000000000000000000.json"),
                String.join("\n", log));
        return new KernelReader().rows(copy);
    }

    private static String protocol(JsonNode told) throws IOException {
        return told.has("deltaProtocol")
                ? action("protocol", told.get("deltaProtocol"))
                : "{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":2}}";
    }

    private String added(JsonNode file, Path copy) throws IOException {
        String name = file.get("id").asText();
        JsonNode told = file.path("deltaSingleAction").path("add");
        Path fetched = fetched((told.isObject() ? told.get("path") : file.get("url")).asText(), copy.resolve(name));
        assertThat(Files.size(fetched)).isEqualTo(file.get("size").asLong());
        if (told instanceof ObjectNode add) {
            add.put("path", name);
            if (add.path("deletionVector") instanceof ObjectNode vector
                    && vector.get("storageType").asText().equals("p")) {
                UUID bits = UUID.nameUUIDFromBytes(
                        file.get("deletionVectorFileId").asText().getBytes(StandardCharsets.UTF_8));
                fetched(vector.get("pathOrInlineDv").asText(), copy.resolve("deletion_vector_" + bits + ".bin"));
                vector.put("storageType", "u").put("pathOrInlineDv", Base85Codec.encodeUUID(bits));
            }
            return action("add", add);
        }
        ObjectNode add = JSON.createObjectNode();
        add.put("path", name).put("size", file.get("size").asLong()).put("modificationTime", 1);
        add.put("dataChange", true).set("partitionValues", file.get("partitionValues"));
        return action("add", add);
    }

    private Path fetched(String address, Path to) {
        HttpResponse<Path> fetched =
                server.sent(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofFile(to));
        assertThat(fetched.statusCode()).isEqualTo(200);
        return fetched.body();
    }

    private static String action(String name, JsonNode content) throws IOException {
        return JSON.writeValueAsString(JSON.createObjectNode().set(name, content));
    }
}
