package io.outputport.sandbox.hasura.graphql.sql;

import io.outputport.sandbox.hasura.graphql.read.Input;
import io.outputport.sandbox.hasura.graphql.read.Inputs;
import io.outputport.sandbox.hasura.graphql.role.Cell;
import io.outputport.sandbox.hasura.graphql.role.Condition;
import io.outputport.sandbox.hasura.graphql.role.Link;
import io.outputport.sandbox.hasura.graphql.role.Operand;
import io.outputport.sandbox.hasura.graphql.role.Operator;
import io.outputport.sandbox.hasura.graphql.role.RoleView;
import io.outputport.sandbox.hasura.graphql.role.VisibleTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        return new Condition.Comparison(cell, Operator.EQ, new Operand.Value(text(cell, value)));
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
                table.link(key).map(link -> related(link, value)).orElseGet(() -> comparisons(table.cell(key), value));
        };
    }

    /** Only rows that the role may read count at the other end. */
    private Condition related(Link link, Input where) {
        VisibleTable target = view.target(link);
        return new Condition.Exists(
                target.table(), link.joins(), new Condition.All(List.of(target.rows(), read(target, where))));
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
        Operand operand =
                switch (operator.takes()) {
                    case VALUE -> new Operand.Value(text(cell, value));
                    case VALUES ->
                        new Operand.Values(elements(value).stream()
                                .map(element -> text(cell, element))
                                .toList());
                    case FLAG -> new Operand.Flag(Boolean.parseBoolean(plain(value)));
                    case KEY -> new Operand.Value(plain(value));
                    case KEYS ->
                        new Operand.Values(
                                elements(value).stream().map(WhereReader::plain).toList());
                };
        return new Condition.Comparison(cell, operator, operand);
    }

    private static String text(Cell cell, Input value) {
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
