package io.outputport.engine.graphql.role.table;

import io.outputport.engine.graphql.role.table.Condition.Join;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Relationship;
import java.util.List;

/**
 * A relationship that a role may follow, because it may read something of the table at the other end.
 *
 * @param target where the role's view finds that table
 */
public record Link(Relationship relationship, TableKey target, List<Join> joins) {
    public static Link of(TrackedTable table, Relationship relationship) {
        return new Link(
                relationship,
                new TableKey(table.source(), relationship.targetSchema(), relationship.targetName()),
                joins(relationship));
    }

    public static List<Join> joins(Relationship relationship) {
        return relationship.columnMapping().entrySet().stream()
                .map(entry -> new Join(entry.getKey(), entry.getValue()))
                .toList();
    }

    public String name() {
        return relationship.name();
    }

    /** The name of its aggregate; only a list has one. */
    public String aggregateName() {
        return name() + "_aggregate";
    }

    public boolean isList() {
        return relationship.kind() == Relationship.Kind.ARRAY;
    }
}
