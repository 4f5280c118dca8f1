package io.outputport.engine.graphql.role;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Column;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads the filter of a permission: a boolean expression over the names of the database. What cannot be understood
 * grants no row, so that a gap in this reader never shows more than Hasura would.
 */
record PermissionFilter(TableIndex index) {
    private static final Map<String, Operator> COLUMN_OPERATORS = Map.of(
            "_ceq", Operator.EQ,
            "_cne", Operator.NEQ,
            "_cneq", Operator.NEQ,
            "_cgt", Operator.GT,
            "_cgte", Operator.GTE,
            "_clt", Operator.LT,
            "_clte", Operator.LTE);
    private static final Set<String> NOT_EQUAL = Set.of("_ne", "_neq");

    Condition read(TrackedTable table, JsonNode filter) {
        if (!filter.isObject()) {
            return Condition.never();
        }
        return new Condition.All(filter.properties().stream()
                .map(entry -> entry(table, modern(entry.getKey()), entry.getValue()))
                .toList());
    }

    private Condition entry(TrackedTable table, String key, JsonNode value) {
        return switch (key) {
            case "_and" -> new Condition.All(parts(table, value));
            case "_or" -> new Condition.Any(parts(table, value));
            case "_not" -> new Condition.Not(read(table, value));
            case "_exists" -> exists(table, value);
            default ->
                table.columns().stream()
                        .filter(column -> column.databaseName().equals(key))
                        .findFirst()
                        .map(column -> column(table, column, value))
                        .or(() -> related(table, key, value))
                        .orElseGet(Condition::never);
        };
    }

    private Optional<Condition> related(TrackedTable table, String name, JsonNode value) {
        return table.relationships().stream()
                .filter(relationship -> relationship.name().equals(name))
                .findFirst()
                .flatMap(relationship -> index.find(
                                table.source(), relationship.targetSchema(), relationship.targetName())
                        .map(target -> new Condition.Exists(target, Link.joins(relationship), read(target, value))));
    }

    private List<Condition> parts(TrackedTable table, JsonNode list) {
        return elements(list).map(part -> read(table, part)).toList();
    }

    private Condition exists(TrackedTable table, JsonNode value) {
        JsonNode name = value.path("_table");
        String schema = name.path("schema").asText("public");
        return index.find(
                        table.source(),
                        schema,
                        name.isTextual() ? name.asText() : name.path("name").asText())
                .<Condition>map(other -> new Condition.Exists(other, List.of(), read(other, value.path("_where"))))
                .orElseGet(Condition::never);
    }

    private Condition column(TrackedTable table, Column column, JsonNode value) {
        Cell cell = Cell.plain(column);
        if (!value.isObject()) {
            return new Condition.Comparison(cell, Operator.EQ, operand(Operator.EQ, value));
        }
        return new Condition.All(value.properties().stream()
                .map(entry -> comparison(table, cell, modern(entry.getKey()), entry.getValue()))
                .toList());
    }

    private Condition comparison(TrackedTable table, Cell cell, String key, JsonNode value) {
        if (COLUMN_OPERATORS.containsKey(key)) {
            return table.columns().stream()
                    .filter(column -> column.databaseName().equals(value.asText()))
                    .findFirst()
                    .<Condition>map(other -> new Condition.Comparison(
                            cell, COLUMN_OPERATORS.get(key), new Operand.OtherColumn(Cell.plain(other))))
                    .orElseGet(Condition::never);
        }
        Optional<Operator> operator = NOT_EQUAL.contains(key) ? Optional.of(Operator.NEQ) : Operator.named(key);
        return operator.<Condition>map(known -> new Condition.Comparison(cell, known, operand(known, value)))
                .orElseGet(Condition::never);
    }

    private static Operand operand(Operator operator, JsonNode value) {
        if (value.isTextual() && value.textValue().toLowerCase(Locale.ROOT).startsWith("x-hasura-")) {
            return new Operand.FromSession(value.textValue().toLowerCase(Locale.ROOT));
        }
        return switch (operator.takes()) {
            case VALUE, KEY -> new Operand.Value(Operand.text(value));
            case VALUES, KEYS ->
                new Operand.Values(elements(value).map(Operand::text).toList());
            case FLAG -> new Operand.Flag(value.asBoolean());
        };
    }

    /** Old metadata writes {@code $eq} for {@code _eq}. */
    private static String modern(String key) {
        return key.startsWith("$") ? "_" + key.substring(1) : key;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
