package io.outputport.sharing.tck.recipient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sharing.tck.call.Answer;
import io.outputport.sharing.tck.call.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads rows from answers, as the clients that have a Delta library below them. */
public final class Recipient {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAIN = "{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":2}}";
    private static final int OK = 200;

    private final Client client;
    private final Path folder;
    private int received;

    /** @param folder where files are put */
    public Recipient(Client client, Path folder) {
        this.client = client;
        this.folder = folder;
    }

    /** The rows of an answer to a query, in either format, in the order of their texts. */
    public List<String> rows(Answer answer) {
        return rows(answer, answer.files());
    }

    /** The rows of some of its files. */
    public List<String> rows(Answer answer, List<JsonNode> files) {
        try {
            return new KernelRows().read(received(answer, files, folder.resolve("table-" + received++)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Puts an answer into a table of this machine. */
    public Path received(Answer answer, List<JsonNode> files, Path table) throws IOException {
        Path log = Files.createDirectories(table.resolve("_delta_log"));
        List<JsonNode> head = answer.lines().subList(0, 2);
        List<String> lines = new ArrayList<>(List.of(protocol(head.get(0)), metadata(head.get(1))));
        for (JsonNode file : files) {
            lines.add(added(file, table));
        }
        Files.writeString(log.resolve("%020d.json".formatted(0)), String.join("\n", lines) + "\n");
        return table;
    }

    private static String protocol(JsonNode line) throws IOException {
        JsonNode delta = line.path("protocol").path("deltaProtocol");
        return delta.isObject() ? action("protocol", delta) : PLAIN;
    }

    private static String metadata(JsonNode line) throws IOException {
        JsonNode delta = line.path("metaData").path("deltaMetadata");
        ObjectNode metadata =
                delta.isObject() ? delta.deepCopy() : line.path("metaData").deepCopy();
        if (!metadata.path("configuration").isObject()) {
            metadata.putObject("configuration");
        }
        return action("metaData", metadata);
    }

    private String added(JsonNode file, Path table) throws IOException {
        JsonNode delta = file.path("deltaSingleAction").path("add");
        return delta.isObject() ? addedDelta(file, delta, table) : addedParquet(file, table);
    }

    private String addedParquet(JsonNode file, Path table) throws IOException {
        ObjectNode add = JSON.createObjectNode();
        add.put(
                "path",
                fetched(file.path("url").asText(), table, file.path("size").asLong())
                        .getFileName()
                        .toString());
        add.put("size", file.path("size").asLong()).put("modificationTime", 1).put("dataChange", true);
        add.set("partitionValues", file.path("partitionValues"));
        return action("add", add);
    }

    private String addedDelta(JsonNode file, JsonNode written, Path table) throws IOException {
        ObjectNode add = written.deepCopy();
        add.put(
                "path",
                fetched(add.path("path").asText(), table, add.path("size").asLong())
                        .getFileName()
                        .toString());
        JsonNode vector = add.path("deletionVector");
        if (vector.path("storageType").asText().equals("p")) {
            if (file.path("deletionVectorFileId").asText().isEmpty()) {
                throw new IOException("a vector's file without deletionVectorFileId, which Spark cannot read: " + file);
            }
            Path content = fetched(vector.path("pathOrInlineDv").asText(), table, -1);
            ((ObjectNode) vector).put("pathOrInlineDv", content.toUri().toString());
        }
        return action("add", add);
    }

    private Path fetched(String address, Path table, long size) throws IOException {
        HttpResponse<byte[]> response = client.fetch(URI.create(address));
        if (response.statusCode() != OK) {
            throw new IOException("a signed address answered " + response.statusCode());
        }
        if (size >= 0 && response.body().length != size) {
            throw new IOException("a file has " + response.body().length + " bytes, but was told to have " + size);
        }
        return Files.write(table.resolve("file-" + received++), response.body());
    }

    private static String action(String name, JsonNode content) throws IOException {
        return JSON.writeValueAsString(JSON.createObjectNode().set(name, content));
    }
}
