package io.outputport.engine.graphql.sql.statement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.engine.graphql.role.table.Cell;
import io.outputport.engine.graphql.role.table.Condition;
import io.outputport.engine.graphql.role.table.Condition.CellComparison;
import io.outputport.engine.graphql.role.table.Operand;
import io.outputport.engine.graphql.role.table.Operator;
import io.outputport.engine.graphql.role.table.Summary;
import io.outputport.engine.schema.TrackedTable;
import java.util.ArrayList;
import java.util.List;

/** Writes conditions and cells on the rows of an alias. */
final class ConditionSql {
    private final Aliases aliases;

    ConditionSql(Aliases aliases) {
        this.aliases = aliases;
    }

    static Sql table(TrackedTable table) {
        return Sql.of("{}.{}", Sql.name(table.databaseSchema()), Sql.name(table.databaseName()));
    }

    Sql cell(Cell cell, Sql alias) {
        Sql column = Sql.of("{}.{}", alias, Sql.name(cell.column().databaseName()));
        return cell.visibleWhen()
                .map(condition -> Sql.of("CASE WHEN {} THEN {} END", write(condition, alias), column))
                .orElse(column);
    }

    /** The row that a condition is about, and the one that the filter around it is about. */
    private record Rows(Sql alias, Sql root) {
        static Rows rootedIn(Sql alias) {
            return new Rows(alias, alias);
        }
    }

    private Sql write(Condition condition, Sql alias) {
        return write(condition, Rows.rootedIn(alias));
    }

    private Sql write(Condition condition, Rows rows) {
        return condition.match(
                all -> joined(all.parts(), rows, " AND ", "TRUE"),
                any -> joined(any.parts(), rows, " OR ", "FALSE"),
                not -> Sql.of("(NOT {})", write(not.part(), rows)),
                comparison -> Sql.of("({})", comparison(comparison, rows)),
                exists -> exists(exists, rows),
                summed -> summed(summed, rows.alias()));
    }

    private Sql joined(List<Condition> parts, Rows rows, String word, String whenEmpty) {
        return parts.isEmpty()
                ? Sql.of(whenEmpty)
                : Sql.of(
                        "({})",
                        Sql.join(parts.stream().map(part -> write(part, rows)).toList(), word));
    }

    private Sql exists(Condition.Exists exists, Rows outer) {
        Sql inner = aliases.next();
        Rows rows = exists.ofFilter() ? new Rows(inner, outer.root()) : Rows.rootedIn(inner);
        return Sql.of(
                "EXISTS (SELECT 1 FROM {} AS {} WHERE {})",
                table(exists.table()),
                inner,
                reached(new Origin(outer.alias(), exists.joins()), exists.part(), rows));
    }

    private Sql summed(Condition.Summed summed, Sql outer) {
        Sql inner = aliases.next();
        Condition.Exists rows = summed.rows();
        Sql whole = Sql.of(
                "(SELECT {} FROM {} AS {} WHERE {})",
                call(summed.of(), inner),
                table(rows.table()),
                inner,
                reached(new Origin(outer, rows.joins()), rows.part(), inner));
        Sql type = Sql.type(summed.of().summary().sqlType());
        return Sql.of("({})", compare(whole, summed.operator(), summed.operand(), type));
    }

    private Sql call(Condition.Summed.Function function, Sql alias) {
        List<Sql> cells =
                function.columns().stream().map(cell -> cell(cell, alias)).toList();
        return function.summary() == Summary.COUNT
                ? count(cells, function.distinct())
                : Sql.of(
                        function.distinct() ? "{}(DISTINCT {})" : "{}({})",
                        Sql.of(function.summary().functionName()),
                        Sql.join(cells, ", "));
    }

    static Sql count(List<Sql> cells, boolean distinct) {
        return cells.isEmpty()
                ? Sql.of("count(*)")
                : Sql.of(distinct ? "count(DISTINCT ({}))" : "count(({}))", Sql.join(cells, ", "));
    }

    /** True for the rows of the alias that belong to the row of the origin and satisfy the condition. */
    Sql reached(Origin origin, Condition condition, Sql alias) {
        return reached(origin, condition, Rows.rootedIn(alias));
    }

    private Sql reached(Origin origin, Condition condition, Rows rows) {
        List<Sql> all = new ArrayList<>();
        for (Condition.Join join : origin.joins()) {
            all.add(Sql.of("{}.{} = {}.{}", origin.alias(), Sql.name(join.from()), rows.alias(), Sql.name(join.to())));
        }
        all.add(write(condition, rows));
        return Sql.join(all, " AND ");
    }

    private Sql comparison(CellComparison comparison, Rows rows) {
        Sql left = cell(comparison.cell(), rows.alias());
        Operator operator = comparison.operator();
        if (comparison.operand() instanceof Operand.OtherColumn other) {
            return Sql.of("{} {} {}", left, Sql.of(operator.sql()), cell(other.cell(), rows.alias()));
        }
        if (comparison.operand() instanceof Operand.RootColumn root) {
            return Sql.of("{} {} {}", left, Sql.of(operator.sql()), cell(root.cell(), rows.root()));
        }
        Sql type = Sql.type(comparison.cell().column().databaseType());
        return compare(left, operator, comparison.operand(), type);
    }

    private static Sql compare(Sql left, Operator operator, Operand operand, Sql type) {
        if (operand instanceof Operand.Flag flag) {
            return Sql.of(flag.set() ? "{} IS NULL" : "{} IS NOT NULL", left);
        }
        return switch (operator.takes()) {
            case VALUE -> Sql.of("{} {} {}::{}", left, Sql.of(operator.sql()), value(operand), type);
            case VALUES -> Sql.of("{} {} ({})", left, Sql.of(operator.sql()), listOrRows(operand, type));
            case KEY -> Sql.of("{}({}, {}::text)", Sql.of(operator.sql()), left, value(operand));
            case KEYS -> Sql.of("{}({}, {})", Sql.of(operator.sql()), left, list(operand, Sql.of("text")));
            case FLAG -> Sql.of("({} IS NULL) = {}::bool", left, value(operand));
        };
    }

    private static Sql value(Operand operand) {
        return operand instanceof Operand.FromSession session
                ? Sql.bind(new Bind.SessionVariable(session.variable()))
                : Sql.bind(((Operand.Value) operand).text());
    }

    /** Rows, since an array of arrays would be compared with its innermost elements. */
    private static Sql listOrRows(Operand operand, Sql type) {
        return operand instanceof Operand.Values values ? rows(values.texts(), type) : list(operand, type);
    }

    /** A session variable holds a PostgreSQL array. */
    private static Sql list(Operand operand, Sql type) {
        if (!(operand instanceof Operand.Values values)) {
            return Sql.of("{}::{}[]", value(operand), type);
        }
        return array(values.texts(), type);
    }

    /** One bind for any number of values. */
    static Sql array(List<String> texts, Sql type) {
        return Sql.of("ARRAY({})", rows(texts, type));
    }

    private static Sql rows(List<String> texts, Sql type) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return Sql.of("SELECT v::{} FROM json_array_elements_text({}::json) AS v", type, Sql.bind(array.toString()));
    }
}
