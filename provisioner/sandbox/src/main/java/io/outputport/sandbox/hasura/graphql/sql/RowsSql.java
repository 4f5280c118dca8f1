package io.outputport.sandbox.hasura.graphql.sql;

import io.outputport.sandbox.hasura.graphql.read.Input;
import io.outputport.sandbox.hasura.graphql.read.Selection;
import io.outputport.sandbox.hasura.graphql.role.Condition;
import io.outputport.sandbox.hasura.graphql.role.VisibleTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes which rows a field reads: {@code where}, {@code distinct_on}, {@code order_by}, {@code limit}, {@code offset}. */
final class RowsSql {
    private final Aliases aliases;
    private final ConditionSql conditions;

    RowsSql(Aliases aliases, ConditionSql conditions) {
        this.aliases = aliases;
        this.conditions = conditions;
    }

    /**
     * @param limit of the permission, an upper bound of the caller's own
     */
    Sql write(VisibleTable table, Selection selection, Optional<Integer> limit) {
        Map<String, Input> arguments = selection.arguments();
        Sql alias = aliases.next();
        List<Sql> distinct = distinct(table, arguments, alias);
        Condition where = new Condition.All(
                List.of(table.rows(), WhereReader.read(table, Optional.ofNullable(arguments.get("where")))));
        List<Sql> parts = new ArrayList<>();
        if (!distinct.isEmpty()) {
            parts.add(Sql.of("DISTINCT ON ({})", Sql.join(distinct, ", ")));
        }
        parts.add(Sql.of(
                "{}.* FROM {} AS {} WHERE {}",
                alias,
                ConditionSql.table(table.table()),
                alias,
                conditions.write(where, alias)));
        order(table, arguments, alias, distinct).ifPresent(parts::add);
        limit(arguments, limit).map(RowsSql::limit).ifPresent(parts::add);
        number(arguments, "offset")
                .map(offset -> Sql.of("OFFSET {}::int8", Sql.bind(Integer.toString(offset))))
                .ifPresent(parts::add);
        return Sql.of("SELECT {}", Sql.join(parts, " "));
    }

    private static Sql limit(int rows) {
        return Sql.of("LIMIT {}::int8", Sql.bind(Integer.toString(rows)));
    }

    private List<Sql> distinct(VisibleTable table, Map<String, Input> arguments, Sql alias) {
        return arguments.get("distinct_on") instanceof Input.ListOf columns
                ? columns.elements().stream()
                        .map(column -> ((Input.Scalar) column).text())
                        .map(column -> conditions.cell(table.cell(column), alias))
                        .toList()
                : List.of();
    }

    private Optional<Sql> order(VisibleTable table, Map<String, Input> arguments, Sql alias, List<Sql> distinct) {
        List<Sql> keys = new ArrayList<>();
        if (arguments.get("order_by") instanceof Input.ListOf orders) {
            for (Input order : orders.elements()) {
                if (order instanceof Input.Fields fields) {
                    fields.entries().forEach((column, direction) -> keys.add(key(table, column, direction, alias)));
                }
            }
        } else {
            keys.addAll(distinct);
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(Sql.of("ORDER BY {}", Sql.join(keys, ", ")));
    }

    private Sql key(VisibleTable table, String column, Input direction, Sql alias) {
        Sql value = conditions.cell(table.cell(column), alias);
        return switch (((Input.Scalar) direction).text()) {
            case "asc", "asc_nulls_last" -> Sql.of("{} ASC NULLS LAST", value);
            case "asc_nulls_first" -> Sql.of("{} ASC NULLS FIRST", value);
            case "desc_nulls_last" -> Sql.of("{} DESC NULLS LAST", value);
            default -> Sql.of("{} DESC NULLS FIRST", value);
        };
    }

    private static Optional<Integer> limit(Map<String, Input> arguments, Optional<Integer> bound) {
        return Stream.concat(number(arguments, "limit").stream(), bound.stream())
                .min(Integer::compare);
    }

    private static Optional<Integer> number(Map<String, Input> arguments, String name) {
        return arguments.get(name) instanceof Input.Scalar scalar
                ? Optional.of(new BigDecimal(scalar.text()).intValueExact())
                : Optional.empty();
    }
}
