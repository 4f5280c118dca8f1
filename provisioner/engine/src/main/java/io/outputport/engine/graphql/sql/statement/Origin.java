package io.outputport.engine.graphql.sql.statement;

import io.outputport.engine.graphql.role.table.Condition.Join;
import io.outputport.engine.graphql.role.table.Link;
import java.util.List;

/** From where rows are reached: from the root, or from the row of another table. */
record Origin(Sql alias, List<Join> joins) {
    Origin {
        joins = List.copyOf(joins);
    }

    static Origin root() {
        return new Origin(Sql.of(""), List.of());
    }

    static Origin of(Sql alias, Link link) {
        return new Origin(alias, link.joins());
    }
}
