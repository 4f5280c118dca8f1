package io.outputport.sharing.tck.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Tables that Spark wrote, with the rows that Spark reads of them; {@code .ci/client/sharing/spark-truth} makes them. */
public final class SampleTables {
    private static final String ARCHIVE = "/sample-tables.zip";
    private static final String TABLES = "tables/";
    private static final String ROWS = "rows/";
    private static final String ENDING = ".rows";
    /** Tables that no client can read, so that a server has to refuse them. */
    private static final String REFUSED = "refused_";

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, List<String>> rows = new TreeMap<>();

    public SampleTables() {
        try (ZipInputStream archive = new ZipInputStream(stream())) {
            for (Optional<ZipEntry> entry = next(archive); entry.isPresent(); entry = next(archive)) {
                take(entry.get().getName(), archive.readAllBytes());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream stream() {
        return Optional.ofNullable(SampleTables.class.getResourceAsStream(ARCHIVE))
                .orElseThrow(() -> new IllegalStateException("the kit has no tables"));
    }

    private static Optional<ZipEntry> next(ZipInputStream archive) throws IOException {
        return Optional.ofNullable(archive.getNextEntry());
    }

    private void take(String name, byte[] content) {
        if (name.startsWith(ROWS)) {
            String table = name.substring(ROWS.length(), name.length() - ENDING.length());
            rows.put(table, new String(content, StandardCharsets.UTF_8).lines().toList());
        } else if (!name.endsWith("/")) {
            files.put(name.substring(TABLES.length()), content);
        }
    }

    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        files.keySet().forEach(file -> names.add(file.substring(0, file.indexOf('/'))));
        return names;
    }

    /** Those that can be read. */
    public List<String> readable() {
        return names().stream().filter(name -> !name.startsWith(REFUSED)).toList();
    }

    public List<String> refused() {
        return names().stream().filter(name -> name.startsWith(REFUSED)).toList();
    }

    /** The rows of the newest version. */
    public List<String> rows(String table) {
        return new ArrayList<>(rows.getOrDefault(table, List.of()));
    }

    /** The rows of each version, the oldest first; of tables whose names end with {@code _history} only. */
    public List<List<String>> history(String table) {
        List<List<String>> history = new ArrayList<>();
        while (rows.containsKey(table + "@" + history.size())) {
            history.add(rows(table + "@" + history.size()));
        }
        return history;
    }

    /** Puts each table into a folder of its name. */
    public void writeTo(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
