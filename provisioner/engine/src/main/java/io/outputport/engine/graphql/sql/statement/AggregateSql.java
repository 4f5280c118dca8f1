package io.outputport.engine.graphql.sql.statement;

import io.outputport.engine.graphql.read.Selection;
import io.outputport.engine.graphql.read.input.Input;
import io.outputport.engine.graphql.role.table.VisibleTable;
import java.util.List;

/** Writes {@code N_aggregate_fields} over the rows of an alias. */
final class AggregateSql {
    private final ConditionSql conditions;

    AggregateSql(ConditionSql conditions) {
        this.conditions = conditions;
    }

    Sql write(VisibleTable table, List<Selection> functions, Sql alias) {
        return JsonSql.object(
                functions,
                function -> function.name().equals("count")
                        ? count(table, function, alias)
                        : JsonSql.object(function.children(), column -> call(function.name(), table, column, alias)));
    }

    /** The name of the function was found in the schema, where it comes from a fixed list. */
    private Sql call(String function, VisibleTable table, Selection column, Sql alias) {
        return Sql.of("{}({})", Sql.of(function), conditions.cell(table.cell(column.name()), alias));
    }

    private Sql count(VisibleTable table, Selection count, Sql alias) {
        if (!(count.arguments().get("columns") instanceof Input.ListOf columns)
                || columns.elements().isEmpty()) {
            return Sql.of("count(*)");
        }
        boolean distinct =
                count.arguments().get("distinct") instanceof Input.Scalar flag && Boolean.parseBoolean(flag.text());
        List<Sql> cells = columns.elements().stream()
                .map(column -> conditions.cell(table.cell(((Input.Scalar) column).text()), alias))
                .toList();
        return ConditionSql.count(cells, distinct);
    }
}
