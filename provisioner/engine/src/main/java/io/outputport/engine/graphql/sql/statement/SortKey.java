package io.outputport.engine.graphql.sql.statement;

import io.outputport.engine.graphql.read.input.Input;
import java.util.function.UnaryOperator;

/** A value that rows are sorted by. Without a word about nulls they count as the highest, as PostgreSQL has it. */
record SortKey(Sql value, String direction) {
    static SortKey of(Sql value, Input direction) {
        return new SortKey(value, ((Input.Scalar) direction).text());
    }

    SortKey via(UnaryOperator<Sql> way) {
        return new SortKey(way.apply(value), direction);
    }

    Sql toSql() {
        return switch (direction) {
            case "asc", "asc_nulls_last" -> Sql.of("{} ASC NULLS LAST", value);
            case "asc_nulls_first" -> Sql.of("{} ASC NULLS FIRST", value);
            case "desc_nulls_last" -> Sql.of("{} DESC NULLS LAST", value);
            default -> Sql.of("{} DESC NULLS FIRST", value);
        };
    }
}
