package io.outputport.engine.graphql.role.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The aggregate functions over columns; their SQL names are their GraphQL names. */
public enum Aggregate {
    AVG,
    MAX,
    MIN,
    STDDEV,
    STDDEV_POP,
    STDDEV_SAMP,
    SUM,
    VAR_POP,
    VAR_SAMP,
    VARIANCE;

    private static final Set<String> NUMBERS =
            Set.of("Int", "smallint", "bigint", "Float", "float8", "numeric", "money");
    private static final Set<String> WITHOUT_ORDER =
            Set.of("Boolean", "json", "jsonb", "geometry", "geography", "bytea");

    /** Those that have at least one column of the table. */
    public static List<Aggregate> of(VisibleTable table) {
        return Arrays.stream(values())
                .filter(function -> !function.cells(table).isEmpty())
                .toList();
    }

    public List<Cell> cells(VisibleTable table) {
        return table.cells().stream().filter(cell -> takes(cell.type())).toList();
    }

    public String graphqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Extremes and sums have the type of their column; averages and deviations are floats. */
    public boolean keepsType() {
        return switch (this) {
            case MAX, MIN, SUM -> true;
            default -> false;
        };
    }

    private boolean takes(ValueType type) {
        return switch (this) {
            case MAX, MIN -> !WITHOUT_ORDER.contains(type.scalar());
            default -> !type.list() && NUMBERS.contains(type.scalar());
        };
    }
}
