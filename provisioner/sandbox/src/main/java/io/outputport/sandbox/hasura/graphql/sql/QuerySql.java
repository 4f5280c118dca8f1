package io.outputport.sandbox.hasura.graphql.sql;

import io.outputport.sandbox.hasura.graphql.read.Selection;
import io.outputport.sandbox.hasura.graphql.role.Cell;
import io.outputport.sandbox.hasura.graphql.role.Condition;
import io.outputport.sandbox.hasura.graphql.role.RoleView;
import io.outputport.sandbox.hasura.graphql.role.Root;
import io.outputport.sandbox.hasura.graphql.role.VisibleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes the statement that answers the root fields of one source as one JSON object. */
final class QuerySql {
    private final RoleView view;
    private final Aliases aliases = new Aliases();
    private final ConditionSql conditions = new ConditionSql(aliases);
    private final RowsSql rows = new RowsSql(aliases, conditions);
    private final AggregateSql aggregates = new AggregateSql(conditions);

    private QuerySql(RoleView view) {
        this.view = view;
    }

    static Sql write(RoleView view, List<Selection> roots) {
        QuerySql writer = new QuerySql(view);
        return JsonSql.object(roots, writer::root);
    }

    private Sql root(Selection selection) {
        Root root = Objects.requireNonNull(view.queries().get(selection.name()));
        VisibleTable table = root.table();
        return switch (root.kind()) {
            case SELECT -> list(table, selection.children(), rows.write(table, selection, table.limit()));
            case SELECT_BY_PK -> byKey(table, selection);
            case SELECT_AGGREGATE -> aggregate(table, selection);
            case SELECT_STREAM -> throw new IllegalArgumentException("no query: " + selection.name());
        };
    }

    private Sql list(VisibleTable table, List<Selection> fields, Sql source) {
        Sql alias = aliases.next();
        return Sql.of(
                "(SELECT coalesce(json_agg({}), '[]') FROM ({}) AS {})", row(table, fields, alias), source, alias);
    }

    private Sql byKey(VisibleTable table, Selection selection) {
        Sql alias = aliases.next();
        List<Condition> where = new ArrayList<>(List.of(table.rows()));
        for (Cell cell : table.key()) {
            where.add(WhereReader.equal(
                    Cell.plain(cell.column()),
                    Objects.requireNonNull(selection.arguments().get(cell.name()))));
        }
        return Sql.of(
                "(SELECT {} FROM {} AS {} WHERE {})",
                row(table, selection.children(), alias),
                ConditionSql.table(table.table()),
                alias,
                conditions.write(new Condition.All(where), alias));
    }

    /** The limit of the permission bounds the nodes only; the caller's own bounds both. */
    private Sql aggregate(VisibleTable table, Selection selection) {
        return JsonSql.object(selection.children(), field -> {
            if (field.name().equals("nodes")) {
                return list(table, field.children(), rows.write(table, selection, table.limit()));
            }
            Sql alias = aliases.next();
            return Sql.of(
                    "(SELECT {} FROM ({}) AS {})",
                    aggregates.write(table, field.children(), alias),
                    rows.write(table, selection, Optional.empty()),
                    alias);
        });
    }

    private Sql row(VisibleTable table, List<Selection> fields, Sql alias) {
        return JsonSql.object(
                fields,
                field -> JsonSql.value(
                        table, table.cell(field.name()), conditions.cell(table.cell(field.name()), alias)));
    }
}
