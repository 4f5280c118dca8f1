package io.outputport.engine.graphql.type;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import io.outputport.engine.graphql.role.Namespace;
import io.outputport.engine.graphql.role.Root;
import io.outputport.engine.graphql.type.shape.Shapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The field of a namespace and the types below it. */
final class NamespaceTypes {
    private NamespaceTypes() {}

    static GraphQLFieldDefinition queries(Namespace namespace) {
        return Shapes.field(namespace.name(), Shapes.required(namespace.queryType()));
    }

    static GraphQLFieldDefinition subscriptions(Namespace namespace) {
        return Shapes.field(namespace.name(), Shapes.required(namespace.subscriptionType()));
    }

    static List<GraphQLNamedType> of(Namespace namespace) {
        List<GraphQLNamedType> types = new ArrayList<>();
        types.add(object(namespace.queryType(), namespace.roots().queries().values()));
        if (!namespace.roots().subscriptions().isEmpty()) {
            types.add(object(
                    namespace.subscriptionType(),
                    namespace.roots().subscriptions().values()));
        }
        return types;
    }

    private static GraphQLObjectType object(String name, Collection<Root> roots) {
        return GraphQLObjectType.newObject()
                .name(name)
                .fields(roots.stream().map(RootTypes::of).toList())
                .build();
    }
}
