package io.outputport.sharing.table.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sharing.table.delta.write.ColumnKind;
import io.outputport.sharing.table.delta.write.FolderTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real table of orders, written by Delta Kernel, and what other writers may have done to its log. */
public final class SampleTable {
    private final Path folder;
    private final FolderTable table;

    private SampleTable(Path folder, List<String> partitions) {
        this.folder = folder;
        Map<String, ColumnKind> columns = new LinkedHashMap<>();
        columns.put("id", ColumnKind.LONG);
        columns.put("customer", ColumnKind.STRING);
        columns.put("day", ColumnKind.DATE);
        this.table = new FolderTable(folder, columns, partitions);
    }

    private SampleTable created(Map<String, String> properties) {
        table.create(properties);
        return this;
    }

    /** One that is there already. */
    public static SampleTable over(Path folder) {
        return new SampleTable(folder, List.of());
    }

    public static SampleTable at(Path folder) {
        return over(folder).created(Map.of());
    }

    public static SampleTable partitioned(Path folder, String... columns) {
        return new SampleTable(folder, List.of(columns)).created(Map.of());
    }

    public static SampleTable with(Path folder, Map<String, String> properties) {
        return over(folder).created(properties);
    }

    /** One commit with one row for each customer, all of one day; null is a customer, too. */
    public SampleTable orders(LocalDate day, @Nullable String... customers) {
        try {
            table.append(IntStream.range(0, customers.length)
                    .mapToObj(at -> Arrays.<@Nullable Object>asList((long) at, customers[at], day))
                    .toList());
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public SampleTable checkpoint() {
        try {
            table.checkpoint();
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Another writer's commit, action by action. */
    public SampleTable commit(String... actions) {
        write(log().resolve("%020d.json".formatted(version() + 1)), String.join("\n", actions) + "\n");
        return this;
    }

    /** How the log names the file that the last commit added. */
    public String lastAdded() {
        String commit = read(log().resolve("%020d.json".formatted(version())));
        return commit.replaceAll("(?s).*\"add\":\\{\"path\":\"([^\"]*)\".*", "$1");
    }

    /** Deletes rows of the file that the last commit added, in a file of their own or in the log. */
    public SampleTable without(boolean inLog, int... rows) {
        String added = read(log().resolve("%020d.json".formatted(version())))
                .replaceAll("(?s).*(\\{\"add\":.*?)\n.*", "$1")
                .strip();
        SampleVector vector = new SampleVector(rows);
        String descriptor = inLog ? vector.inLog() : vector.inFile(folder, "ab");
        return commit(
                "{\"remove\":{\"path\":\"" + lastAdded() + "\",\"deletionTimestamp\":1,\"dataChange\":true}}",
                added.substring(0, added.length() - 2) + ",\"deletionVector\":" + descriptor + "}}");
    }

    /** Calls all columns otherwise; in files they keep the names that they had. */
    public SampleTable renamed() {
        ObjectNode metadata = action("metaData");
        ObjectNode schema = (ObjectNode) json(metadata.get("schemaString").asText());
        int id = 0;
        for (JsonNode column : schema.get("fields")) {
            String name = column.get("name").asText();
            ((ObjectNode) column).put("name", "new_" + name);
            ((ObjectNode) column.get("metadata"))
                    .put("delta.columnMapping.id", ++id)
                    .put("delta.columnMapping.physicalName", name);
        }
        metadata.put("schemaString", schema.toString());
        ((ObjectNode) metadata.get("configuration")).put("delta.columnMapping.mode", "name");
        String features = "[\"columnMapping\",\"deletionVectors\"]";
        return commit(
                "{\"metaData\":" + metadata + "}",
                "{\"protocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7,\"readerFeatures\":" + features
                        + ",\"writerFeatures\":" + features + "}}");
    }

    /** Of the first commit. */
    private ObjectNode action(String name) {
        return read(log().resolve("%020d.json".formatted(0)))
                .lines()
                .map(SampleTable::json)
                .filter(action -> action.has(name))
                .map(action -> (ObjectNode) action.get(name))
                .findFirst()
                .orElseThrow();
    }

    public static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public long version() {
        try (Stream<Path> files = Files.list(log())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{20}\\.json"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
                    .max()
                    .orElseThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Path log() {
        return folder.resolve("_delta_log");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
