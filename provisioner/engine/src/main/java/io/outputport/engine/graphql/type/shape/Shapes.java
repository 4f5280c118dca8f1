package io.outputport.engine.graphql.type.shape;

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
import io.outputport.engine.graphql.role.table.ValueType;
import java.util.List;

/** The words in which the types below are written. */
public final class Shapes {
    private Shapes() {}

    public static GraphQLTypeReference ref(String name) {
        return GraphQLTypeReference.typeRef(name);
    }

    public static GraphQLNonNull required(GraphQLType type) {
        return GraphQLNonNull.nonNull(type);
    }

    public static GraphQLNonNull required(String name) {
        return required(ref(name));
    }

    /** A list, whose elements are not null. */
    public static GraphQLList listOf(String name) {
        return GraphQLList.list(required(name));
    }

    public static GraphQLOutputType outputOf(ValueType type) {
        return type.list() ? listOf(type.scalar()) : ref(type.scalar());
    }

    public static GraphQLInputType inputOf(ValueType type) {
        return type.list() ? listOf(type.scalar()) : ref(type.scalar());
    }

    public static GraphQLFieldDefinition field(String name, GraphQLOutputType type) {
        return GraphQLFieldDefinition.newFieldDefinition().name(name).type(type).build();
    }

    public static GraphQLFieldDefinition field(String name, GraphQLOutputType type, List<GraphQLArgument> arguments) {
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(name)
                .type(type)
                .arguments(arguments)
                .build();
    }

    /** An empty description is none. */
    public static GraphQLFieldDefinition field(
            String name, String description, GraphQLOutputType type, List<GraphQLArgument> arguments) {
        return GraphQLFieldDefinition.newFieldDefinition()
                .name(name)
                .description(description.isEmpty() ? null : description)
                .type(type)
                .arguments(arguments)
                .build();
    }

    public static GraphQLArgument argument(String name, GraphQLInputType type) {
        return GraphQLArgument.newArgument().name(name).type(type).build();
    }

    public static GraphQLArgument argument(String name, String description, GraphQLInputType type) {
        return GraphQLArgument.newArgument()
                .name(name)
                .description(description)
                .type(type)
                .build();
    }

    public static GraphQLInputObjectField input(String name, GraphQLInputType type) {
        return GraphQLInputObjectField.newInputObjectField()
                .name(name)
                .type(type)
                .build();
    }

    public static GraphQLEnumType enumOf(String name, String description, List<EnumValue> values) {
        GraphQLEnumType.Builder type = GraphQLEnumType.newEnum().name(name).description(description);
        values.forEach(value -> type.value(value.name(), value.name(), value.description()));
        return type.build();
    }

    public record EnumValue(String name, String description) {}
}
