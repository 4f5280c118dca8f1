package io.outputport.engine.graphql.sql.statement;

import io.outputport.engine.graphql.read.Selection;
import io.outputport.engine.graphql.read.input.Input;
import io.outputport.engine.graphql.read.input.JsonPath;
import io.outputport.engine.graphql.role.Namespace;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.role.Root;
import io.outputport.engine.graphql.role.RootSet;
import io.outputport.engine.graphql.role.table.Cell;
import io.outputport.engine.graphql.role.table.Condition;
import io.outputport.engine.graphql.role.table.Link;
import io.outputport.engine.graphql.role.table.VisibleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes the statement that answers the root fields of one source as one JSON object. */
public final class QuerySql {
    private final RoleView view;
    private final Aliases aliases = new Aliases();
    private final ConditionSql conditions = new ConditionSql(aliases);
    private final AggregateSql aggregates = new AggregateSql(conditions);
    private final RowsSql rows;

    private QuerySql(RoleView view) {
        this.view = view;
        this.rows = new RowsSql(view, aliases, conditions);
    }

    /**
     * @param roots root fields of one source, or the field of its namespace
     */
    public static Sql write(RoleView view, List<Selection> roots) {
        QuerySql writer = new QuerySql(view);
        return JsonSql.object(roots, root -> {
            Namespace namespace = view.namespaces().get(root.name());
            return namespace == null
                    ? writer.root(view.roots(), root)
                    : JsonSql.object(root.children(), child -> writer.root(namespace.roots(), child));
        });
    }

    private Sql root(RootSet roots, Selection selection) {
        Root root = Objects.requireNonNull(roots.queries().get(selection.name()));
        return switch (root.kind()) {
            case SELECT -> list(root.table(), selection, Origin.root());
            case SELECT_BY_PK -> byKey(root.table(), selection);
            case SELECT_AGGREGATE -> aggregate(root.table(), selection, Origin.root());
            case SELECT_STREAM -> throw new IllegalArgumentException("no query: " + selection.name());
        };
    }

    private Sql list(VisibleTable table, Selection selection, Origin origin) {
        return rowList(table, selection.children(), rows.write(table, selection.arguments(), table.limit(), origin));
    }

    private Sql rowList(VisibleTable table, List<Selection> fields, Sql source) {
        Sql alias = aliases.next();
        return Sql.of(
                "(SELECT coalesce(json_agg({}), '[]') FROM ({}) AS {})", row(table, fields, alias), source, alias);
    }

    private Sql byKey(VisibleTable table, Selection selection) {
        List<Condition> where = new ArrayList<>(List.of(table.rows()));
        for (Cell cell : table.key()) {
            where.add(WhereReader.equal(
                    Cell.plain(cell.column()),
                    Objects.requireNonNull(selection.arguments().get(cell.name()))));
        }
        return one(table, selection.children(), new Condition.All(where), Origin.root());
    }

    private Sql one(VisibleTable table, List<Selection> fields, Condition condition, Origin origin) {
        Sql alias = aliases.next();
        return Sql.of(
                "(SELECT {} FROM {} AS {} WHERE {} LIMIT 1)",
                row(table, fields, alias),
                ConditionSql.table(table.table()),
                alias,
                conditions.reached(origin, condition, alias));
    }

    /** The limit of the permission bounds the nodes only; the caller's own bounds both. */
    private Sql aggregate(VisibleTable table, Selection selection, Origin origin) {
        return JsonSql.object(selection.children(), field -> {
            if (field.name().equals("nodes")) {
                return rowList(
                        table, field.children(), rows.write(table, selection.arguments(), table.limit(), origin));
            }
            Sql alias = aliases.next();
            // HAVING makes one group of the rows also when only names of types are asked for.
            return Sql.of(
                    "(SELECT {} FROM ({}) AS {} HAVING TRUE)",
                    aggregates.write(table, field.children(), alias),
                    rows.write(table, selection.arguments(), Optional.empty(), origin),
                    alias);
        });
    }

    private Sql row(VisibleTable table, List<Selection> fields, Sql alias) {
        return JsonSql.object(fields, field -> {
            Optional<Link> link = table.link(field.name());
            Optional<Link> aggregate = table.aggregateLink(field.name());
            if (link.isPresent()) {
                return related(link.get(), field, alias);
            }
            return aggregate.isPresent()
                    ? aggregate(view.target(aggregate.get()), field, Origin.of(alias, aggregate.get()))
                    : cell(table, field, alias);
        });
    }

    private Sql cell(VisibleTable table, Selection field, Sql alias) {
        Cell cell = table.cell(field.name());
        Sql value = JsonSql.value(table, cell, conditions.cell(cell, alias));
        return field.arguments().get("path") instanceof Input.Scalar path
                ? JsonPath.parse(path.text())
                        .map(keys -> JsonSql.at(value, keys))
                        .orElse(value)
                : value;
    }

    private Sql related(Link link, Selection field, Sql alias) {
        VisibleTable target = view.target(link);
        Origin origin = Origin.of(alias, link);
        return link.isList() ? list(target, field, origin) : one(target, field.children(), target.rows(), origin);
    }
}
