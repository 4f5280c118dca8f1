package io.outputport.engine.graphql.sql.statement;

import io.outputport.engine.graphql.read.input.Input;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.role.table.Cell;
import io.outputport.engine.graphql.role.table.Link;
import io.outputport.engine.graphql.role.table.VisibleTable;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes what rows are sorted by: columns, columns of related rows, and aggregates of related rows. */
final class OrderSql {
    private final RoleView view;
    private final Aliases aliases;
    private final ConditionSql conditions;

    OrderSql(RoleView view, Aliases aliases, ConditionSql conditions) {
        this.view = view;
        this.aliases = aliases;
        this.conditions = conditions;
    }

    /** @param cells how cells of the alias itself are written */
    Stream<SortKey> keys(VisibleTable table, Input.ListOf orders, Sql alias, Function<Cell, Sql> cells) {
        return orders.elements().stream()
                .filter(Input.Fields.class::isInstance)
                .flatMap(order -> keys(table, (Input.Fields) order, alias, cells));
    }

    private Stream<SortKey> keys(VisibleTable table, Input.Fields order, Sql alias, Function<Cell, Sql> cells) {
        return order.entries().entrySet().stream().flatMap(entry -> {
            Optional<Link> link = table.link(entry.getKey());
            Optional<Link> aggregate = table.aggregateLink(entry.getKey());
            if (link.isPresent()) {
                return related(link.get(), (Input.Fields) entry.getValue(), alias);
            }
            return aggregate.isPresent()
                    ? aggregates(aggregate.get(), (Input.Fields) entry.getValue(), alias)
                    : Stream.of(SortKey.of(cells.apply(table.cell(entry.getKey())), entry.getValue()));
        });
    }

    private Stream<SortKey> related(Link link, Input.Fields order, Sql alias) {
        Sql inner = aliases.next();
        return keys(view.target(link), order, inner, cell -> conditions.cell(cell, inner))
                .map(key -> key.via(value -> lookUp(link, value, alias, inner)));
    }

    private Stream<SortKey> aggregates(Link link, Input.Fields order, Sql alias) {
        Sql inner = aliases.next();
        return order.entries().entrySet().stream()
                .flatMap(function -> aggregate(view.target(link), function.getKey(), function.getValue(), inner))
                .map(key -> key.via(value -> lookUp(link, value, alias, inner)));
    }

    private Stream<SortKey> aggregate(VisibleTable target, String function, Input order, Sql inner) {
        return order instanceof Input.Fields columns
                ? columns.entries().entrySet().stream()
                        .map(column -> SortKey.of(
                                Sql.of(
                                        "{}({})",
                                        Sql.of(function),
                                        conditions.cell(target.cell(column.getKey()), inner)),
                                column.getValue()))
                : Stream.of(SortKey.of(Sql.of("count(*)"), order));
    }

    /**
     * A subquery of its own for each key, so that a row without a relative keeps its place. A relationship by hand may
     * lead from a row to several; then one of them counts.
     */
    private Sql lookUp(Link link, Sql value, Sql outer, Sql inner) {
        VisibleTable target = view.target(link);
        return Sql.of(
                "(SELECT {} FROM {} AS {} WHERE {} LIMIT 1)",
                value,
                ConditionSql.table(target.table()),
                inner,
                conditions.reached(Origin.of(outer, link), target.rows(), inner));
    }
}
