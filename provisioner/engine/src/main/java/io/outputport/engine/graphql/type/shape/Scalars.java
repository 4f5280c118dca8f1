package io.outputport.engine.graphql.type.shape;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import java.util.Map;

/** The scalars of GraphQL itself, and opaque ones such as {@code bigint} or {@code timestamptz}. */
public final class Scalars {
    private static final Map<String, GraphQLScalarType> BUILT_IN = Map.of(
            "Int", graphql.Scalars.GraphQLInt,
            "Float", graphql.Scalars.GraphQLFloat,
            "String", graphql.Scalars.GraphQLString,
            "Boolean", graphql.Scalars.GraphQLBoolean,
            "ID", graphql.Scalars.GraphQLID);

    private Scalars() {}

    public static GraphQLScalarType named(String name) {
        GraphQLScalarType builtIn = BUILT_IN.get(name);
        return builtIn != null
                ? builtIn
                : GraphQLScalarType.newScalar()
                        .name(name)
                        .coercing(new Opaque())
                        .build();
    }

    /** Values of opaque scalars are judged by the database, so they pass as they are. */
    private static final class Opaque implements Coercing<Object, Object> {
        @Override
        public Object serialize(Object result, GraphQLContext context, Locale locale) {
            return result;
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            return input;
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            return input;
        }
    }
}
