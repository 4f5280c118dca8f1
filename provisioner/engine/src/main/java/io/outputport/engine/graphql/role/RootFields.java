package io.outputport.engine.graphql.role;

import io.outputport.engine.graphql.role.table.VisibleTable;
import io.outputport.engine.schema.GraphqlName;
import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.schema.TrackedTable.Roots;
import io.outputport.engine.schema.TrackedTable.SelectPermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which root fields a table has for a role. */
final class RootFields {
    private RootFields() {}

    static List<Root> queries(VisibleTable table, Grants grants) {
        return roots(table, grants, SelectPermission::queryRootFields);
    }

    /** Streams exist for PostgreSQL only; no data connector has them. */
    static List<Root> subscriptions(VisibleTable table, Grants grants) {
        List<Root> roots = new ArrayList<>(roots(table, grants, SelectPermission::subscriptionRootFields));
        if (table.table().backend() == Backend.POSTGRES
                && GraphqlName.isServed(table.table().roots().selectStream())
                && !table.cells().isEmpty()
                && grants.allows(SelectPermission::subscriptionRootFields, Root.RootKind.SELECT_STREAM)) {
            roots.add(new Root(table.table().roots().selectStream(), Root.RootKind.SELECT_STREAM, table));
        }
        return roots;
    }

    private static List<Root> roots(
            VisibleTable table, Grants grants, Function<SelectPermission, Optional<Set<String>>> restriction) {
        Roots names = table.table().roots();
        List<Root> possible = new ArrayList<>();
        if (!table.cells().isEmpty()) {
            possible.add(new Root(names.select(), Root.RootKind.SELECT, table));
        }
        if (table.aggregates()) {
            possible.add(new Root(names.selectAggregate(), Root.RootKind.SELECT_AGGREGATE, table));
        }
        if (!table.key().isEmpty()) {
            possible.add(new Root(names.selectByPk(), Root.RootKind.SELECT_BY_PK, table));
        }
        return possible.stream()
                .filter(root -> GraphqlName.isServed(root.name()))
                .filter(root -> grants.allows(restriction, root.kind()))
                .toList();
    }
}
