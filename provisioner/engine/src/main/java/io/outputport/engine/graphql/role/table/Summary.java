package io.outputport.engine.graphql.role.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the rows at the other end of a list come to as a whole, so that they can be a condition. */
public enum Summary {
    AVG(ColumnCount.ONE, "float8"),
    BOOL_AND(ColumnCount.ONE, "Boolean"),
    BOOL_OR(ColumnCount.ONE, "Boolean"),
    CORR(ColumnCount.PAIR, "float8"),
    COUNT(ColumnCount.ANY, "Int"),
    COVAR_SAMP(ColumnCount.PAIR, "float8"),
    MAX(ColumnCount.ONE, "float8"),
    MIN(ColumnCount.ONE, "float8"),
    STDDEV_SAMP(ColumnCount.ONE, "float8"),
    SUM(ColumnCount.ONE, "float8"),
    VAR_SAMP(ColumnCount.ONE, "float8");

    private final ColumnCount takes;
    private final ValueType result;

    Summary(ColumnCount takes, String scalar) {
        this.takes = takes;
        this.result = ValueType.of(scalar);
    }

    /** How many columns it is given. */
    public enum ColumnCount {
        ANY,
        ONE,
        /** By the names that SQL has for them. */
        PAIR
    }

    /** Those that find a column of the table; all but the number of rows need one of the very type of their result. */
    public static List<Summary> of(VisibleTable table) {
        return Arrays.stream(values())
                .filter(summary -> !summary.cells(table).isEmpty())
                .toList();
    }

    public List<Cell> cells(VisibleTable table) {
        return table.cells().stream()
                .filter(cell -> takes == ColumnCount.ANY || cell.type().equals(result))
                .toList();
    }

    /** In GraphQL and in SQL. */
    public String functionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public ColumnCount takes() {
        return takes;
    }

    public ValueType result() {
        return result;
    }

    public String sqlType() {
        return switch (result.scalar()) {
            case "Int" -> "int4";
            case "Boolean" -> "bool";
            default -> result.scalar();
        };
    }
}
