package io.outputport.engine.graphql.role.table;

import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import java.util.Optional;

/**
 * A column as a role sees it.
 *
 * @param visibleWhen an inherited role reads null in the rows where no parent that grants the column grants the row
 */
public record Cell(TrackedColumn column, Optional<Condition> visibleWhen) {
    public static Cell plain(TrackedColumn column) {
        return new Cell(column, Optional.empty());
    }

    public String name() {
        return column.graphqlName();
    }

    public ValueType type() {
        return new ValueType(column.scalar(), column.list());
    }

    public boolean nullable() {
        return column.nullable() || visibleWhen.isPresent();
    }
}
