package io.outputport.engine.graphql.sql.statement;

import io.outputport.engine.graphql.read.input.Input;
import io.outputport.engine.graphql.read.input.Inputs;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.role.table.ArrayText;
import io.outputport.engine.graphql.role.table.Cell;
import io.outputport.engine.graphql.role.table.Condition;
import io.outputport.engine.graphql.role.table.Link;
import io.outputport.engine.graphql.role.table.Operand;
import io.outputport.engine.graphql.role.table.Operator;
import io.outputport.engine.graphql.role.table.Summary;
import io.outputport.engine.graphql.role.table.VisibleTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns a checked {@code where} into a condition. */
final class WhereReader {
    private static final Set<String> JSON_TYPES = Set.of("json", "jsonb");

    private final RoleView view;

    WhereReader(RoleView view) {
        this.view = view;
    }

    Condition read(VisibleTable table, Optional<Input> where) {
        return where.map(given -> read(table, given)).orElseGet(Condition::always);
    }

    static Condition equal(Cell cell, Input value) {
        return new Condition.CellComparison(cell, Operator.EQ, new Operand.Value(text(cell, value)));
    }

    private Condition read(VisibleTable table, Input where) {
        return new Condition.All(entries(where).entrySet().stream()
                .map(entry -> entry(table, entry.getKey(), entry.getValue()))
                .toList());
    }

    private Condition entry(VisibleTable table, String key, Input value) {
        return switch (key) {
            case "_and" -> new Condition.All(parts(table, value));
            case "_or" -> new Condition.Any(parts(table, value));
            case "_not" -> new Condition.Not(read(table, value));
            default ->
                table.link(key)
                        .<Condition>map(link -> related(link, value))
                        .or(() -> table.aggregateLink(key).map(link -> summed(link, value)))
                        .orElseGet(() -> comparisons(table.cell(key), value));
        };
    }

    /** Only rows that the role may read count at the other end. */
    private Condition.Exists related(Link link, Input where) {
        VisibleTable target = view.target(link);
        return new Condition.Exists(
                target.table(), link.joins(), new Condition.All(List.of(target.rows(), read(target, where))), false);
    }

    /** {@code {<function>: {"arguments", "distinct", "filter", "predicate"}}} with exactly one function. */
    private Condition summed(Link link, Input functions) {
        return new Condition.All(entries(functions).entrySet().stream()
                .flatMap(function -> summed(link, function.getKey(), entries(function.getValue())).stream())
                .toList());
    }

    private List<Condition> summed(Link link, String name, Map<String, Input> parts) {
        Condition.Exists rows = related(link, parts.getOrDefault("filter", new Input.Fields(Map.of())));
        boolean distinct = parts.get("distinct") instanceof Input.Scalar flag && Boolean.parseBoolean(flag.text());
        Condition.Summed.Function function = new Condition.Summed.Function(
                Summary.valueOf(name.toUpperCase(Locale.ROOT)),
                columns(view.target(link), Optional.ofNullable(parts.get("arguments"))),
                distinct);
        return entries(Objects.requireNonNull(parts.get("predicate"))).entrySet().stream()
                .<Condition>map(entry -> {
                    Operator operator = Operator.named(entry.getKey()).orElseThrow();
                    Operand operand = operand(operator, entry.getValue(), WhereReader::plain);
                    return new Condition.Summed(rows, function, operator, operand);
                })
                .toList();
    }

    /** One column, a list of them, or a pair by name, whose first is {@code Y} as in SQL. */
    private static List<Cell> columns(VisibleTable table, Optional<Input> arguments) {
        Input given = arguments.orElse(new Input.ListOf(List.of()));
        List<Input> names = List.of(given);
        if (given instanceof Input.ListOf list) {
            names = list.elements();
        } else if (given instanceof Input.Fields pair) {
            names = Stream.of("Y", "X")
                    .map(name -> Objects.requireNonNull(pair.entries().get(name)))
                    .toList();
        }
        return names.stream().map(name -> table.cell(plain(name))).toList();
    }

    private List<Condition> parts(VisibleTable table, Input list) {
        return ((Input.ListOf) list)
                .elements().stream().map(part -> read(table, part)).toList();
    }

    private static Condition comparisons(Cell cell, Input operators) {
        return new Condition.All(entries(operators).entrySet().stream()
                .map(entry -> comparison(cell, entry.getKey(), entry.getValue()))
                .toList());
    }

    private static Condition comparison(Cell cell, String name, Input value) {
        Operator operator = Operator.named(name).orElseThrow();
        return new Condition.CellComparison(cell, operator, operand(operator, value, element -> text(cell, element)));
    }

    private static Operand operand(Operator operator, Input value, Function<Input, String> text) {
        return switch (operator.takes()) {
            case VALUE -> new Operand.Value(text.apply(value));
            case VALUES -> new Operand.Values(elements(value).stream().map(text).toList());
            case FLAG -> new Operand.Flag(Boolean.parseBoolean(plain(value)));
            case KEY -> new Operand.Value(plain(value));
            case KEYS ->
                new Operand.Values(
                        elements(value).stream().map(WhereReader::plain).toList());
        };
    }

    private static String text(Cell cell, Input value) {
        if (cell.type().list()) {
            return ArrayText.of(Inputs.toJson(value));
        }
        return JSON_TYPES.contains(cell.column().databaseType())
                ? Inputs.toJson(value).toString()
                : plain(value);
    }

    private static String plain(Input value) {
        return value instanceof Input.Scalar scalar
                ? scalar.text()
                : Inputs.toJson(value).toString();
    }

    private static Map<String, Input> entries(Input object) {
        return ((Input.Fields) object).entries();
    }

    private static List<Input> elements(Input list) {
        return ((Input.ListOf) list).elements();
    }
}
