package io.outputport.sharing.predicate;

import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.FileDescription;
import io.outputport.sharing.table.TableMetadata;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Files with all of their rows, and with the statistics that writers keep of them: whole, in part, or not at all. */
final class RandomTable {
    private static final List<String> TYPES =
            List.of("long", "string", "date", "timestamp", "double", "float", "decimal(10,2)", "boolean", "integer");
    /** As many characters of a text as Delta's writers keep. */
    private static final int KEPT = 32;

    final List<RandomColumn> columns;
    final List<RandomFile> files;
    final TableMetadata metadata;

    /** @param partitions whether the value is the same in all rows of a file */
    record RandomColumn(String name, String physical, String type, boolean partitions) {}

    record RandomFile(List<Map<String, @Nullable Comparable<?>>> rows, DataFile file) {}

    RandomTable(Random random) {
        this.columns = IntStream.range(0, 2 + random.nextInt(5))
                .mapToObj(at -> new RandomColumn(
                        "c" + at, "p" + at, TYPES.get(random.nextInt(TYPES.size())), random.nextInt(3) == 0))
                .toList();
        this.metadata = new TableMetadata(
                "t",
                Optional.empty(),
                Optional.empty(),
                "{\"type\":\"struct\",\"fields\":["
                        + columns.stream().map(RandomTable::field).collect(Collectors.joining(",")) + "]}",
                columns.stream()
                        .filter(RandomColumn::partitions)
                        .map(RandomColumn::name)
                        .toList(),
                Map.of("delta.columnMapping.mode", "name"));
        this.files = IntStream.range(0, 8).mapToObj(at -> file(random, at)).toList();
    }

    private static String field(RandomColumn column) {
        return "{\"name\":\"" + column.name() + "\",\"type\":\"" + column.type()
                + "\",\"nullable\":true,\"metadata\":{\"delta.columnMapping.physicalName\":\"" + column.physical()
                + "\"}}";
    }

    private RandomFile file(Random random, int number) {
        Map<String, @Nullable Comparable<?>> partition = new HashMap<>();
        columns.stream()
                .filter(RandomColumn::partitions)
                .forEach(column -> partition.put(column.name(), value(random, column.type())));
        List<Map<String, @Nullable Comparable<?>>> rows = new ArrayList<>();
        boolean allNull = random.nextInt(6) == 0;
        for (int row = 0; row < 1 + random.nextInt(5); row++) {
            Map<String, @Nullable Comparable<?>> values = new HashMap<>(partition);
            columns.stream()
                    .filter(column -> !column.partitions())
                    .forEach(column -> values.put(column.name(), allNull ? null : value(random, column.type())));
            rows.add(values);
        }
        return new RandomFile(
                rows,
                new DataFile(
                        new StoragePath("t/f" + number),
                        1,
                        1,
                        Optional.of((long) rows.size()),
                        FileDescription.of(partitionValues(partition), 1, statistics(random, rows)),
                        Optional.empty()));
    }

    private Map<String, Optional<String>> partitionValues(Map<String, @Nullable Comparable<?>> partition) {
        Map<String, Optional<String>> values = new TreeMap<>();
        columns.stream()
                .filter(RandomColumn::partitions)
                .forEach(column -> values.put(
                        column.physical(),
                        Optional.ofNullable(partition.get(column.name()))
                                .map(Object::toString)
                                .filter(text -> !text.isEmpty())));
        return values;
    }

    /** Few different ones, so that conditions meet them. */
    static @Nullable Comparable<?> value(Random random, String type) {
        if (random.nextInt(6) == 0) {
            return null;
        }
        int number = random.nextInt(12) - 6;
        return switch (type) {
            case "long" -> (long) number;
            case "integer" -> number;
            case "date" -> LocalDate.of(2026, 1, 15).plusDays(number);
            case "timestamp" -> Instant.parse("2026-01-15T00:00:00Z").plus(number * 700L, ChronoUnit.MICROS);
            case "double" -> random.nextInt(8) == 0 ? Double.NaN : number == 0 ? -0.0 : number * 0.7;
            case "float" -> random.nextInt(8) == 0 ? Float.NaN : number * 0.7f;
            case "decimal(10,2)" -> BigDecimal.valueOf(number * 5L, 2);
            case "boolean" -> number > 0;
            default -> text(number);
        };
    }

    /** Some begin alike and go on beyond what statistics keep; some hold signs that Java and UTF-8 have in other orders. */
    private static String text(int number) {
        return switch (Math.floorMod(number, 6)) {
            case 0 -> "a".repeat(KEPT) + number;
            case 1 -> "a".repeat(KEPT + 3);
            case 2 -> "😀" + number;
            case 3 -> "\uff5e" + number;
            case 4 -> "it's";
            default -> "b" + number;
        };
    }

    private Optional<String> statistics(Random random, List<Map<String, @Nullable Comparable<?>>> rows) {
        if (random.nextInt(10) == 0) {
            return Optional.empty();
        }
        List<String> least = new ArrayList<>();
        List<String> greatest = new ArrayList<>();
        List<String> nulls = new ArrayList<>();
        for (RandomColumn column : columns) {
            if (column.partitions() || random.nextInt(8) == 0) {
                continue;
            }
            List<Comparable<?>> values = new ArrayList<>();
            for (Map<String, @Nullable Comparable<?>> row : rows) {
                Comparable<?> value = row.get(column.name());
                if (value != null) {
                    values.add(value);
                }
            }
            nulls.add("\"" + column.physical() + "\":" + (rows.size() - values.size()));
            values.removeIf(value -> value.equals(Double.NaN) || value.equals(Float.NaN));
            if (!values.isEmpty() && !column.type().equals("boolean")) {
                values.sort(Comparator.comparing(value -> value, Rows::compare));
                least.add("\"" + column.physical() + "\":" + kept(values.get(0), false, random));
                greatest.add("\"" + column.physical() + "\":" + kept(values.get(values.size() - 1), true, random));
            }
        }
        return Optional.of("{\"numRecords\":" + rows.size() + ",\"minValues\":{" + String.join(",", least)
                + "},\"maxValues\":{" + String.join(",", greatest) + "},\"nullCount\":{" + String.join(",", nulls)
                + "}}");
    }

    private static String kept(Comparable<?> value, boolean isGreatest, Random random) {
        if (value instanceof Instant time) {
            return "\"" + time.truncatedTo(ChronoUnit.MILLIS) + "\"";
        }
        if (value instanceof LocalDate) {
            return "\"" + value + "\"";
        }
        if (value instanceof String text) {
            boolean made = isGreatest && random.nextBoolean();
            String cut = text.length() <= KEPT ? text : text.substring(0, KEPT) + (made ? "\uff5e" : "");
            return "\"" + cut + "\"";
        }
        return value.toString();
    }
}
