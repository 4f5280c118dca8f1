package io.outputport.engine.graphql.type;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.role.table.Cell;
import io.outputport.engine.graphql.role.table.ValueType;
import io.outputport.engine.graphql.role.table.VisibleTable;
import io.outputport.engine.graphql.type.shape.CachedDirective;
import io.outputport.engine.graphql.type.shape.Scalars;
import io.outputport.engine.graphql.type.shape.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Builds the schema of a role. */
public final class SchemaTypes {
    public static final String QUERY_ROOT = "query_root";
    private static final String SUBSCRIPTION_ROOT = "subscription_root";
    public static final String NO_QUERIES_FIELD = "no_queries_available";
    public static final String NO_QUERIES = "There are no queries available to the current role. Either there are no"
            + " sources or remote schemas configured, or the current role doesn't have the required permissions.";

    private SchemaTypes() {}

    public static GraphQLSchema of(RoleView view) {
        Map<String, GraphQLNamedType> types = new LinkedHashMap<>();
        view.tables().forEach(table -> TableTypes.of(view, table).forEach(type -> types.put(type.getName(), type)));
        scalars(view).forEach(name -> types.put(name, Scalars.named(name)));
        filtered(view).forEach(type -> {
            GraphQLNamedType comparison = FilterTypes.comparison(type);
            types.put(comparison.getName(), comparison);
        });
        if (!view.tables().isEmpty()) {
            types.put("order_by", OrderTypes.direction());
            types.put("cursor_ordering", StreamTypes.cursorOrdering());
        }
        view.namespaces()
                .values()
                .forEach(namespace -> NamespaceTypes.of(namespace).forEach(type -> types.put(type.getName(), type)));
        GraphQLSchema.Builder schema = GraphQLSchema.newSchema()
                .query(queryRoot(view))
                .additionalDirective(CachedDirective.build())
                .additionalTypes(new LinkedHashSet<GraphQLType>(types.values()));
        List<GraphQLFieldDefinition> subscriptions = subscriptions(view);
        if (!subscriptions.isEmpty()) {
            schema.subscription(object(SUBSCRIPTION_ROOT, subscriptions));
        }
        return schema.build();
    }

    private static GraphQLObjectType queryRoot(RoleView view) {
        List<GraphQLFieldDefinition> queries = new ArrayList<>(
                view.roots().queries().values().stream().map(RootTypes::of).toList());
        view.namespaces().values().forEach(namespace -> queries.add(NamespaceTypes.queries(namespace)));
        if (queries.isEmpty()) {
            queries.add(
                    Shapes.field(NO_QUERIES_FIELD, NO_QUERIES, Shapes.required(Scalars.named("String")), List.of()));
        }
        return object(QUERY_ROOT, queries);
    }

    private static List<GraphQLFieldDefinition> subscriptions(RoleView view) {
        List<GraphQLFieldDefinition> subscriptions = new ArrayList<>(view.roots().subscriptions().values().stream()
                .map(RootTypes::of)
                .toList());
        view.namespaces().values().stream()
                .filter(namespace -> !namespace.roots().subscriptions().isEmpty())
                .forEach(namespace -> subscriptions.add(NamespaceTypes.subscriptions(namespace)));
        return subscriptions;
    }

    private static GraphQLObjectType object(String name, List<GraphQLFieldDefinition> fields) {
        return GraphQLObjectType.newObject().name(name).fields(fields).build();
    }

    private static Set<ValueType> filtered(RoleView view) {
        Set<ValueType> types = new LinkedHashSet<>();
        for (VisibleTable table : view.tables()) {
            table.cells().stream().map(Cell::type).forEach(types::add);
            AggregateFilterTypes.compared(view, table).forEach(types::add);
        }
        return types;
    }

    /** Every scalar that some type refers to by name. */
    private static Set<String> scalars(RoleView view) {
        Set<String> names = new TreeSet<>(Set.of("Int", "Float", "String", "Boolean"));
        filtered(view).forEach(type -> names.add(type.scalar()));
        return names;
    }
}
