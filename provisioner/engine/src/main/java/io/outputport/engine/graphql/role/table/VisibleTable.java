package io.outputport.engine.graphql.role.table;

import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.Customization;
import java.util.List;
import java.util.Optional;

/**
 * A table as a role sees it.
 *
 * @param cells the columns that the role may read, sorted by their names in GraphQL
 * @param key the cells of the primary key; empty when there is none or the role may not read all of it
 * @param links the relationships to tables of which the role may read something
 * @param rows which rows the role may read
 * @param limit of rows in one answer, from the permission
 */
public record VisibleTable(
        TrackedTable table,
        List<Cell> cells,
        List<Cell> key,
        List<Link> links,
        Condition rows,
        Optional<Integer> limit,
        boolean aggregates) {
    public VisibleTable {
        cells = List.copyOf(cells);
        key = List.copyOf(key);
        links = List.copyOf(links);
    }

    /** The name of its object type. */
    public String typeName() {
        return typeName("");
    }

    /** The name of a type that goes with it, for example with the ending {@code _bool_exp}. */
    public String typeName(String ending) {
        Customization customization = table.customization();
        return customization.typePrefix() + table.graphqlName() + ending + customization.typeSuffix();
    }

    /** The cell of that name in GraphQL; the caller has checked that it is there. */
    public Cell cell(String graphqlName) {
        return cells.stream()
                .filter(cell -> cell.name().equals(graphqlName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no cell " + graphqlName + " in " + typeName()));
    }

    public Optional<Link> link(String name) {
        return links.stream().filter(link -> link.name().equals(name)).findFirst();
    }

    /** The list of which this is the name of the aggregate. */
    public Optional<Link> aggregateLink(String name) {
        return links.stream()
                .filter(link -> link.isList() && link.aggregateName().equals(name))
                .findFirst();
    }
}
