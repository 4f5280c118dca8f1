package io.outputport.engine.graphql;

import io.outputport.engine.schema.TrackedTable.SelectPermission;
import io.outputport.engine.schema.TrackedTable.TrackedColumn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A permission on all columns and all rows, until it is narrowed. */
final class PermissionBuilder {
    private Optional<Set<String>> columns = Optional.empty();
    private String filter = "{}";
    private Optional<Integer> limit = Optional.empty();
    private boolean aggregations;
    private Optional<Set<String>> queryRoots = Optional.empty();
    private Optional<Set<String>> subscriptionRoots = Optional.empty();

    static PermissionBuilder anyRow() {
        return new PermissionBuilder();
    }

    static PermissionBuilder rowsWhere(String filter) {
        PermissionBuilder permission = new PermissionBuilder();
        permission.filter = filter;
        return permission;
    }

    PermissionBuilder columns(String... names) {
        columns = Optional.of(Set.of(names));
        return this;
    }

    PermissionBuilder limit(int rows) {
        limit = Optional.of(rows);
        return this;
    }

    PermissionBuilder aggregations() {
        aggregations = true;
        return this;
    }

    PermissionBuilder queryRoots(String... names) {
        queryRoots = Optional.of(Set.of(names));
        return this;
    }

    PermissionBuilder subscriptionRoots(String... names) {
        subscriptionRoots = Optional.of(Set.of(names));
        return this;
    }

    SelectPermission build(List<TrackedColumn> all) {
        Set<String> names = columns.orElseGet(
                () -> all.stream().map(TrackedColumn::databaseName).collect(Collectors.toSet()));
        return new SelectPermission(names, Json.read(filter), limit, aggregations, queryRoots, subscriptionRoots);
    }
}
