package io.outputport.engine.graphql.role;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.graphql.role.table.ArrayText;
import io.outputport.engine.graphql.role.table.Cell;
import io.outputport.engine.graphql.role.table.Condition;
import io.outputport.engine.graphql.role.table.Link;
import io.outputport.engine.graphql.role.table.Operand;
import io.outputport.engine.graphql.role.table.Operator;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
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
final class PermissionFilter {
    private static final Map<String, Operator> COLUMN_OPERATORS = Map.of(
            "_ceq", Operator.EQ,
            "_cne", Operator.NEQ,
            "_cneq", Operator.NEQ,
            "_cgt", Operator.GT,
            "_cgte", Operator.GTE,
            "_clt", Operator.LT,
            "_clte", Operator.LTE);
    private static final Set<String> NOT_EQUAL = Set.of("_ne", "_neq");

    private final TableIndex index;
    private final TrackedTable root;
    private boolean understood = true;

    private PermissionFilter(TableIndex index, TrackedTable root) {
        this.index = index;
        this.root = root;
    }

    static Condition read(TableIndex index, TrackedTable table, JsonNode filter) {
        PermissionFilter reader = new PermissionFilter(index, table);
        Condition condition = reader.read(table, filter);
        return reader.understood ? condition : Condition.never();
    }

    private Condition notUnderstood() {
        understood = false;
        return Condition.never();
    }

    private Condition read(TrackedTable table, JsonNode filter) {
        if (!filter.isObject()) {
            return notUnderstood();
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
                        .orElseGet(this::notUnderstood);
        };
    }

    private Optional<Condition> related(TrackedTable table, String name, JsonNode value) {
        return table.relationships().stream()
                .filter(relationship -> relationship.name().equals(name))
                .findFirst()
                .flatMap(relationship -> index.find(
                                table.source(), relationship.targetSchema(), relationship.targetName())
                        .map(target ->
                                new Condition.Exists(target, Link.joins(relationship), read(target, value), true)));
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
                .<Condition>map(
                        other -> new Condition.Exists(other, List.of(), read(other, value.path("_where")), true))
                .orElseGet(this::notUnderstood);
    }

    private Condition column(TrackedTable table, TrackedColumn column, JsonNode value) {
        Cell cell = Cell.plain(column);
        if (!value.isObject()) {
            return new Condition.CellComparison(cell, Operator.EQ, operand(cell, Operator.EQ, value));
        }
        return new Condition.All(value.properties().stream()
                .map(entry -> comparison(table, cell, modern(entry.getKey()), entry.getValue()))
                .toList());
    }

    private Condition comparison(TrackedTable table, Cell cell, String key, JsonNode value) {
        if (COLUMN_OPERATORS.containsKey(key)) {
            return otherColumn(table, value)
                    .<Condition>map(other -> new Condition.CellComparison(cell, COLUMN_OPERATORS.get(key), other))
                    .orElseGet(this::notUnderstood);
        }
        Optional<Operator> operator = NOT_EQUAL.contains(key) ? Optional.of(Operator.NEQ) : Operator.named(key);
        return operator.<Condition>map(known -> new Condition.CellComparison(cell, known, operand(cell, known, value)))
                .orElseGet(this::notUnderstood);
    }

    /** {@code "name"} or {@code ["name"]} of the same row, {@code ["$", "name"]} of the row that the filter is about. */
    private Optional<Operand> otherColumn(TrackedTable table, JsonNode value) {
        if (value.isArray() && value.size() == 2 && value.path(0).asText().equals("$")) {
            return cell(root, value.path(1).asText()).map(Operand.RootColumn::new);
        }
        JsonNode name = value.isArray() && value.size() == 1 ? value.path(0) : value;
        return cell(table, name.asText()).map(Operand.OtherColumn::new);
    }

    private static Optional<Cell> cell(TrackedTable table, String column) {
        return table.columns().stream()
                .filter(one -> one.databaseName().equals(column))
                .findFirst()
                .map(Cell::plain);
    }

    private static Operand operand(Cell cell, Operator operator, JsonNode value) {
        if (value.isTextual() && value.textValue().toLowerCase(Locale.ROOT).startsWith("x-hasura-")) {
            return new Operand.FromSession(value.textValue().toLowerCase(Locale.ROOT));
        }
        return switch (operator.takes()) {
            case VALUE, KEY -> new Operand.Value(text(cell, value));
            case VALUES, KEYS ->
                new Operand.Values(
                        elements(value).map(element -> text(cell, element)).toList());
            case FLAG -> new Operand.Flag(value.asBoolean());
        };
    }

    private static String text(Cell cell, JsonNode value) {
        return cell.type().list() ? ArrayText.of(value) : Operand.text(value);
    }

    /** Old metadata writes {@code $eq} for {@code _eq}. */
    private static String modern(String key) {
        return key.startsWith("$") ? "_" + key.substring(1) : key;
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
