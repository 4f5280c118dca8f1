package io.outputport.engine.graphql.sql.statement;

import io.outputport.engine.graphql.read.input.Input;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.role.table.Cell;
import io.outputport.engine.graphql.role.table.Condition;
import io.outputport.engine.graphql.role.table.VisibleTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes which rows a field reads: {@code where}, {@code distinct_on}, {@code order_by}, {@code limit}, {@code offset}. */
final class RowsSql {
    private final Aliases aliases;
    private final ConditionSql conditions;
    private final OrderSql orders;
    private final WhereReader where;

    RowsSql(RoleView view, Aliases aliases, ConditionSql conditions) {
        this.aliases = aliases;
        this.conditions = conditions;
        this.orders = new OrderSql(view, aliases, conditions);
        this.where = new WhereReader(view);
    }

    /**
     * @param limit of the permission, an upper bound of the caller's own
     */
    Sql write(VisibleTable table, Map<String, Input> arguments, Optional<Integer> limit, Origin origin) {
        Sql alias = aliases.next();
        Sql once = aliases.next();
        List<Cell> distinct = distinct(table, arguments);
        List<Cell> computed =
                distinct.stream().filter(cell -> cell.visibleWhen().isPresent()).toList();
        Function<Cell, Sql> cells = cell ->
                computed.contains(cell) ? Sql.of("{}.{}", once, Sql.name(cell.name())) : conditions.cell(cell, alias);
        Condition wanted = new Condition.All(
                List.of(table.rows(), where.read(table, Optional.ofNullable(arguments.get("where")))));
        List<Sql> parts = new ArrayList<>();
        if (!distinct.isEmpty()) {
            parts.add(Sql.of(
                    "DISTINCT ON ({})", Sql.join(distinct.stream().map(cells).toList(), ", ")));
        }
        parts.add(Sql.of("{}.* FROM {} AS {}", alias, ConditionSql.table(table.table()), alias));
        if (!computed.isEmpty()) {
            parts.add(computedOnce(computed, alias, once));
        }
        parts.add(Sql.of("WHERE {}", conditions.reached(origin, wanted, alias)));
        order(table, arguments, alias, distinct, cells).ifPresent(parts::add);
        limit(arguments, limit).map(RowsSql::limit).ifPresent(parts::add);
        number(arguments, "offset")
                .map(offset -> Sql.of("OFFSET {}::int8", Sql.bind(Long.toString(offset))))
                .ifPresent(parts::add);
        return Sql.of("SELECT {}", Sql.join(parts, " "));
    }

    /** PostgreSQL takes two writings of one computed cell, whose values are bound, for two cells that rows differ by. */
    private Sql computedOnce(List<Cell> cells, Sql alias, Sql once) {
        List<Sql> values = cells.stream()
                .map(cell -> Sql.of("{} AS {}", conditions.cell(cell, alias), Sql.name(cell.name())))
                .toList();
        return Sql.of("CROSS JOIN LATERAL (SELECT {}) AS {}", Sql.join(values, ", "), once);
    }

    private static Sql limit(long rows) {
        return Sql.of("LIMIT {}::int8", Sql.bind(Long.toString(rows)));
    }

    private static List<Cell> distinct(VisibleTable table, Map<String, Input> arguments) {
        return arguments.get("distinct_on") instanceof Input.ListOf columns
                ? columns.elements().stream()
                        .map(column -> table.cell(((Input.Scalar) column).text()))
                        .toList()
                : List.of();
    }

    private Optional<Sql> order(
            VisibleTable table,
            Map<String, Input> arguments,
            Sql alias,
            List<Cell> distinct,
            Function<Cell, Sql> cells) {
        List<Sql> keys = arguments.get("order_by") instanceof Input.ListOf given
                ? orders.keys(table, given, alias, cells).map(SortKey::toSql).toList()
                : distinct.stream().map(cells).toList();
        return keys.isEmpty() ? Optional.empty() : Optional.of(Sql.of("ORDER BY {}", Sql.join(keys, ", ")));
    }

    private static Optional<Long> limit(Map<String, Input> arguments, Optional<Integer> bound) {
        return Stream.concat(number(arguments, "limit").stream(), bound.map(Integer::longValue).stream())
                .min(Long::compare);
    }

    private static Optional<Long> number(Map<String, Input> arguments, String name) {
        return arguments.get(name) instanceof Input.Scalar scalar
                ? Optional.of(new BigDecimal(scalar.text()).longValueExact())
                : Optional.empty();
    }
}
