package io.outputport.engine.graphql.role;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.engine.graphql.role.table.Cell;
import io.outputport.engine.graphql.role.table.Condition;
import io.outputport.engine.graphql.role.table.Link;
import io.outputport.engine.graphql.role.table.TableKey;
import io.outputport.engine.graphql.role.table.VisibleTable;
import io.outputport.engine.schema.GraphqlName;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.schema.TrackedTable.SelectPermission;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The permissions that a role has on one table: one as a rule, several for an inherited role.
 */
record Grants(TrackedTable table, List<SelectPermission> permissions, TableIndex tables) {
    Grants {
        permissions = List.copyOf(permissions);
    }

    /** What the admin may do, who needs no permission. */
    static SelectPermission everything(TrackedTable table) {
        Set<String> columns =
                table.columns().stream().map(TrackedColumn::databaseName).collect(Collectors.toSet());
        return new SelectPermission(
                columns,
                JsonNodeFactory.instance.objectNode(),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * @param readable the tables of which the role may read at least one column
     */
    VisibleTable visible(Set<TableKey> readable) {
        List<Cell> cells = grantedColumns()
                .map(this::cell)
                .sorted(Comparator.comparing(Cell::name))
                .toList();
        List<Link> links = table.relationships().stream()
                .map(relationship -> Link.of(table, relationship))
                .filter(link -> readable.contains(link.target()))
                .sorted(Comparator.comparing(Link::name))
                .toList();
        return new VisibleTable(table, cells, key(cells), links, rows(permissions), limit(), aggregates());
    }

    boolean isReadable() {
        return grantedColumns().findAny().isPresent();
    }

    private Stream<TrackedColumn> grantedColumns() {
        return table.columns().stream()
                .filter(column -> GraphqlName.isServed(column.graphqlName()))
                .filter(column -> permissions.stream().anyMatch(grantsColumn(column)));
    }

    /** Absent restrictions of any one permission open the root for all. */
    boolean allows(Function<SelectPermission, Optional<Set<String>>> restriction, Root.RootKind kind) {
        return permissions.stream()
                .anyMatch(permission -> restriction
                        .apply(permission)
                        .map(names -> names.contains(kind.permissionName()))
                        .orElse(true));
    }

    private Cell cell(TrackedColumn column) {
        List<SelectPermission> granting =
                permissions.stream().filter(grantsColumn(column)).toList();
        return granting.size() == permissions.size()
                ? Cell.plain(column)
                : new Cell(column, Optional.of(rows(granting)));
    }

    private Condition rows(List<SelectPermission> granting) {
        List<Condition> filtersOfAll = granting.stream()
                .map(permission -> PermissionFilter.read(tables, table, permission.filter()))
                .toList();
        return filtersOfAll.size() == 1 ? filtersOfAll.get(0) : new Condition.Any(filtersOfAll);
    }

    private List<Cell> key(List<Cell> cells) {
        List<Cell> key = cells.stream()
                .filter(cell -> table.primaryKey().contains(cell.column().databaseName()))
                .toList();
        return key.size() == table.primaryKey().size() ? key : List.of();
    }

    /** The highest of all; a permission without a limit lifts it. */
    private Optional<Integer> limit() {
        return permissions.stream().allMatch(permission -> permission.limit().isPresent())
                ? permissions.stream()
                        .flatMap(permission -> permission.limit().stream())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private boolean aggregates() {
        return permissions.stream().anyMatch(SelectPermission::allowAggregations);
    }

    private static Predicate<SelectPermission> grantsColumn(TrackedColumn column) {
        return permission -> permission.columns().contains(column.databaseName());
    }
}
