package io.outputport.provisioner.hasura.preview;

import graphql.GraphQLContext;
import graphql.Scalars;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** GraphQL's own scalars, and those that only the database understands. */
final class ScalarTypes {
    private static final Map<String, GraphQLScalarType> OWN = Map.of(
            "Int", Scalars.GraphQLInt,
            "Float", Scalars.GraphQLFloat,
            "String", Scalars.GraphQLString,
            "Boolean", Scalars.GraphQLBoolean);

    private ScalarTypes() {}

    static GraphQLScalarType named(String name) {
        return OWN.containsKey(name)
                ? Objects.requireNonNull(OWN.get(name))
                : GraphQLScalarType.newScalar()
                        .name(name)
                        .coercing(new Untouched())
                        .build();
    }

    private static final class Untouched implements Coercing<Object, Object> {
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
