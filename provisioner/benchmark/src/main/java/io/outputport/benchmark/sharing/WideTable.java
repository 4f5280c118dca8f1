package io.outputport.benchmark.sharing;

import io.outputport.sharing.table.delta.write.ColumnKind;
import io.outputport.sharing.table.delta.write.FolderTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A table of so many files, as its log says; the files themselves are never asked for. */
record WideTable(int files) {
    private static final String NAMES = "%020d.json";

    String name() {
        return "files_" + files;
    }

    /** With a checkpoint, as tables of that size have one. */
    void write(Path lake) throws IOException {
        Path folder = lake.resolve(name());
        FolderTable table =
                new FolderTable(folder, Map.of("id", ColumnKind.LONG, "day", ColumnKind.DATE), List.of("day"));
        table.create(Map.of());
        try (BufferedWriter commit =
                Files.newBufferedWriter(folder.resolve("_delta_log").resolve(NAMES.formatted(1)))) {
            for (int at = 0; at < files; at++) {
                commit.write(added(at));
                commit.newLine();
            }
        }
        table.checkpoint();
    }

    private static String added(int at) {
        String day = "2026-%02d-%02d".formatted(1 + at / 28 % 12, 1 + at % 28);
        return ("{\"add\":{\"path\":\"day=%s/part-%05d-%s.c000.snappy.parquet\",\"partitionValues\":{\"day\":\"%s\"},"
                        + "\"size\":%d,\"modificationTime\":1796000000000,\"dataChange\":true,\"stats\":"
                        + "\"{\\\"numRecords\\\":%d,\\\"minValues\\\":{\\\"id\\\":%d},\\\"maxValues\\\":"
                        + "{\\\"id\\\":%d},\\\"nullCount\\\":{\\\"id\\\":0}}\"}}")
                .formatted(day, at, new UUID(at, 24), day, 1_000_000L + at, 1_000, at * 1_000L, at * 1_000L + 999);
    }
}
