import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * Writes the tables of a script with Spark, and prints what Spark reads of tables. Usage: write SCRIPT FOLDER, or read FOLDER
 * OUT. In a script, "-- table NAME" begins a table, {t} stands for it, and "!checkpoint" and "!set NAME VALUE" are orders of
 * our own.
 */
public final class SparkTables {
    private static final String START = "-- table ";

    private final SparkSession spark;
    private boolean wrong;

    private SparkTables(SparkSession spark) {
        this.spark = spark;
    }

    public static void main(String[] given) throws IOException {
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.default.parallelism", "1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.databricks.delta.retentionDurationCheck.enabled", "false")
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
        spark.sparkContext().setLogLevel("ERROR");
        SparkTables tables = new SparkTables(spark);
        if (given[0].equals("write")) {
            tables.write(Files.readString(Path.of(given[1])), Path.of(given[2]));
        } else {
            tables.readAll(Path.of(given[1]), Path.of(given[2]));
        }
        spark.stop();
        if (tables.wrong) {
            throw new IllegalStateException("not every table could be written");
        }
    }

    private void write(String script, Path folder) {
        for (String part : script.split("(?m)^" + START)) {
            String[] parts = part.split("\n", 2);
            if (!parts[0].isBlank() && !parts[0].startsWith("--")) {
                try {
                    table(folder.resolve(parts[0].strip()).toAbsolutePath(), parts[1]);
                } catch (RuntimeException failed) {
                    System.out.println("FAILED " + parts[0] + ": " + failed);
                    wrong = true;
                }
            }
        }
    }

    private void table(Path table, String statements) {
        Map<String, String> set = new TreeMap<>();
        for (String statement : statements.split(";")) {
            String text = statement.strip();
            if (text.startsWith("!set ")) {
                String[] words = text.split(" ", 3);
                set.put(words[1], words[2]);
                spark.conf().set(words[1], words[2]);
            } else if (text.equals("!checkpoint")) {
                DeltaLog.forTable(spark, table.toString()).checkpoint();
            } else if (!text.isEmpty()) {
                spark.sql(text.replace("{t}", "delta.`" + table + "`")).collectAsList();
            }
        }
        set.keySet().forEach(spark.conf()::unset);
        System.out.println("written " + table.getFileName());
    }

    /** Of each table its newest version, and of those whose name ends with _history every version. */
    private void readAll(Path folder, Path out) throws IOException {
        Files.createDirectories(out);
        List<Path> tables;
        try (Stream<Path> all = Files.list(folder)) {
            tables = all.filter(each -> Files.isDirectory(each.resolve("_delta_log"))).sorted().toList();
        }
        for (Path table : tables) {
            String name = table.getFileName().toString();
            String of = "delta.`" + table.toAbsolutePath() + "`";
            Files.write(out.resolve(name + ".rows"), rows("SELECT * FROM " + of));
            if (name.endsWith("_history")) {
                long newest = spark.sql("DESCRIBE HISTORY " + of).agg(Map.of("version", "max")).first().getLong(0);
                for (long version = 0; version <= newest; version++) {
                    Files.write(
                            out.resolve(name + "@" + version + ".rows"),
                            rows("SELECT * FROM " + of + " VERSION AS OF " + version));
                }
            }
        }
    }

    private List<String> rows(String query) {
        return spark.sql(query).collectAsList().stream().map(SparkTables::text).sorted().toList();
    }

    /** One form for each value, whoever reads it. */
    static String text(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Row row) {
            List<String> fields = new ArrayList<>();
            for (int at = 0; at < row.size(); at++) {
                fields.add(quoted(row.schema().fields()[at].name()) + ":" + text(row.get(at)));
            }
            return "{" + String.join(",", fields) + "}";
        }
        if (value instanceof scala.collection.Seq<?> seq) {
            return scala.jdk.javaapi.CollectionConverters.asJava(seq).stream()
                    .map(SparkTables::text)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof scala.collection.Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            new LinkedHashMap<Object, Object>(scala.jdk.javaapi.CollectionConverters.asJava(map))
                    .forEach((key, of) -> sorted.put(text(key), text(of)));
            return "<" + sorted.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()).collect(Collectors.joining(",")) + ">";
        }
        return simple(value);
    }

    private static String simple(Object value) {
        if (value instanceof String text) {
            return quoted(text);
        }
        if (value instanceof byte[] bytes) {
            return "x" + HexFormat.of().formatHex(bytes);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof LocalDate date) {
            return "d" + date.toEpochDay();
        }
        if (value instanceof Instant time) {
            return "t" + (time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
        }
        if (value instanceof LocalDateTime time) {
            return "n" + (time.toEpochSecond(ZoneOffset.UTC) * 1_000_000 + time.getNano() / 1_000);
        }
        return value.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
