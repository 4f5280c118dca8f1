package io.outputport.provisioner.hasura.preview;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import java.util.List;

/** graphql-java's builders in fewer words; types are referred to by name. */
final class TypeBuilders {
    private TypeBuilders() {}

    static GraphQLTypeReference named(String type) {
        return GraphQLTypeReference.typeRef(type);
    }

    static GraphQLNonNull required(String type) {
        return required(named(type));
    }

    static GraphQLNonNull required(GraphQLType type) {
        return GraphQLNonNull.nonNull(type);
    }

    static GraphQLList listOf(String type) {
        return GraphQLList.list(required(type));
    }

    static GraphQLFieldDefinition field(String name, GraphQLOutputType type) {
        return field(name, type, List.of());
    }

    static GraphQLFieldDefinition field(String name, GraphQLOutputType type, List<GraphQLArgument> arguments) {
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(name)
                .type(type)
                .arguments(arguments)
                .build();
    }

    static GraphQLArgument argument(String name, GraphQLInputType type) {
        return GraphQLArgument.newArgument().name(name).type(type).build();
    }

    static GraphQLInputObjectField input(String name, GraphQLInputType type) {
        return GraphQLInputObjectField.newInputObjectField()
                .name(name)
                .type(type)
                .build();
    }

    static GraphQLEnumType choice(String name, List<String> values) {
        GraphQLEnumType.Builder type = GraphQLEnumType.newEnum().name(name);
        values.forEach(type::value);
        return type.build();
    }
}
