package io.outputport.engine.graphql.role.table;

import io.outputport.engine.schema.TrackedTable;
import java.util.List;
import java.util.function.Function;

/** A condition on a row, from the filter of a permission or from the {@code where} of a query. */
public sealed interface Condition {
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}

    record CellComparison(Cell cell, Operator operator, Operand operand) implements Condition {}

    /**
     * Some row of another table satisfies the condition; without joins it may be any row of it.
     *
     * @param ofFilter whether it stands inside the filter of a permission, whose root it then has; else the row of the
     *     other table is the root of what is inside
     */
    record Exists(TrackedTable table, List<Join> joins, Condition part, boolean ofFilter) implements Condition {
        public Exists {
            joins = List.copyOf(joins);
        }
    }

    /** What the rows that {@code rows} looks for come to compares so. */
    record Summed(Exists rows, Function of, Operator operator, Operand operand) implements Condition {
        /** @param columns a count is of rows in which none of them is null; without any it is of all */
        public record Function(Summary summary, List<Cell> columns, boolean distinct) {
            public Function {
                columns = List.copyOf(columns);
            }
        }
    }

    /** Columns, by their names in the database, that are equal in both tables. */
    record Join(String from, String to) {}

    static Condition always() {
        return new All(List.of());
    }

    /** True for no row. */
    static Condition never() {
        return new Any(List.of());
    }

    /** One branch per case. */
    default <R> R match(
            Function<All, R> all,
            Function<Any, R> any,
            Function<Not, R> not,
            Function<CellComparison, R> comparison,
            Function<Exists, R> exists,
            Function<Summed, R> summed) {
        if (this instanceof All it) {
            return all.apply(it);
        }
        if (this instanceof Any it) {
            return any.apply(it);
        }
        if (this instanceof Not it) {
            return not.apply(it);
        }
        if (this instanceof CellComparison it) {
            return comparison.apply(it);
        }
        if (this instanceof Exists it) {
            return exists.apply(it);
        }
        return summed.apply((Summed) this);
    }
}
