package io.outputport.engine.graphql.type.shape;

import static io.outputport.engine.graphql.type.shape.Shapes.required;

import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLScalarType;

/** {@code @cached}, which every Hasura shows and only some obey; here it changes nothing. */
public final class CachedDirective {
    private static final int DEFAULT_SECONDS = 60;

    private CachedDirective() {}

    public static GraphQLDirective build() {
        return GraphQLDirective.newDirective()
                .name("cached")
                .description("whether this query should be cached (Hasura Cloud only)")
                .validLocation(DirectiveLocation.QUERY)
                .argument(argument("ttl", "measured in seconds", graphql.Scalars.GraphQLInt, DEFAULT_SECONDS))
                .argument(argument("refresh", "refresh the cache entry", graphql.Scalars.GraphQLBoolean, false))
                .build();
    }

    private static GraphQLArgument argument(
            String name, String description, GraphQLScalarType type, Object defaultValue) {
        return GraphQLArgument.newArgument()
                .name(name)
                .description(description)
                .type(required(type))
                .defaultValueProgrammatic(defaultValue)
                .build();
    }
}
