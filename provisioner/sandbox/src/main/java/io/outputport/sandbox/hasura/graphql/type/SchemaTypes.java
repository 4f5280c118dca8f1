package io.outputport.sandbox.hasura.graphql.type;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import io.outputport.sandbox.hasura.graphql.role.Cell;
import io.outputport.sandbox.hasura.graphql.role.RoleView;
import io.outputport.sandbox.hasura.graphql.role.Root;
import io.outputport.sandbox.hasura.graphql.role.VisibleTable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Builds the schema of a role. */
public final class SchemaTypes {
    public static final String QUERY_ROOT = "query_root";
    public static final String NO_QUERIES_FIELD = "no_queries_available";
    public static final String NO_QUERIES = "There are no queries available to the current role. Either there are no"
            + " sources or remote schemas configured, or the current role doesn't have the required permissions.";

    private SchemaTypes() {}

    public static GraphQLSchema of(RoleView view) {
        Map<String, GraphQLNamedType> types = new LinkedHashMap<>();
        view.tables().forEach(table -> TableTypes.of(table).forEach(type -> types.put(type.getName(), type)));
        scalars(view).forEach(name -> types.put(name, Scalars.named(name)));
        filteredScalars(view).forEach(name -> {
            GraphQLNamedType comparison = FilterTypes.comparison(name);
            types.put(comparison.getName(), comparison);
        });
        if (!view.tables().isEmpty()) {
            types.put("order_by", OrderTypes.direction());
            types.put("cursor_ordering", StreamTypes.cursorOrdering());
        }
        GraphQLSchema.Builder schema = GraphQLSchema.newSchema()
                .query(queryRoot(view))
                .additionalTypes(new LinkedHashSet<GraphQLType>(types.values()));
        if (!view.subscriptions().isEmpty()) {
            schema.subscription(root("subscription_root", view.subscriptions().values()));
        }
        return schema.build();
    }

    private static GraphQLObjectType queryRoot(RoleView view) {
        if (view.queries().isEmpty()) {
            return GraphQLObjectType.newObject()
                    .name(QUERY_ROOT)
                    .field(GraphQLFieldDefinition.newFieldDefinition()
                            .name(NO_QUERIES_FIELD)
                            .description(NO_QUERIES)
                            .type(Shapes.required(Scalars.named("String"))))
                    .build();
        }
        return root(QUERY_ROOT, view.queries().values());
    }

    private static GraphQLObjectType root(String name, Collection<Root> roots) {
        GraphQLObjectType.Builder type = GraphQLObjectType.newObject().name(name);
        roots.forEach(root -> type.field(RootTypes.of(root)));
        return type.build();
    }

    private static Set<String> filteredScalars(RoleView view) {
        Set<String> names = new TreeSet<>();
        for (VisibleTable table : view.tables()) {
            for (Cell cell : table.cells()) {
                names.add(cell.column().scalar());
            }
        }
        return names;
    }

    /** Every scalar that some type refers to by name. */
    private static Set<String> scalars(RoleView view) {
        Set<String> names = filteredScalars(view);
        names.addAll(Set.of("Int", "Float", "String", "Boolean"));
        return names;
    }
}
