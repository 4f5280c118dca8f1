package io.outputport.sandbox.hasura.graphql.role;

import io.outputport.sandbox.hasura.schema.TrackedTable;
import java.util.List;
import java.util.Optional;

/**
 * A table as a role sees it.
 *
 * @param cells the columns that the role may read, sorted by their names in GraphQL
 * @param key the cells of the primary key; empty when there is none or the role may not read all of it
 * @param rows which rows the role may read
 * @param limit of rows in one answer, from the permission
 */
public record VisibleTable(
        TrackedTable table,
        List<Cell> cells,
        List<Cell> key,
        Condition rows,
        Optional<Integer> limit,
        boolean aggregates) {
    public VisibleTable {
        cells = List.copyOf(cells);
        key = List.copyOf(key);
    }

    public String name() {
        return table.graphqlName();
    }

    /** The cell of that name in GraphQL; the caller has checked that it is there. */
    public Cell cell(String graphqlName) {
        return cells.stream()
                .filter(cell -> cell.name().equals(graphqlName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no cell " + graphqlName + " in " + name()));
    }

    public boolean has(String graphqlName) {
        return cells.stream().anyMatch(cell -> cell.name().equals(graphqlName));
    }
}
