package io.outputport.sandbox.story;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.introspection.IntrospectionQuery;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A schema without descriptions and order: each type that a root leads to, with its fields, arguments and values. */
final class SchemaShape {
    private final GraphQLSchema schema;
    private final Map<String, Map<String, String>> types = new TreeMap<>();

    private SchemaShape(TypeDefinitionRegistry definitions, boolean subscriptions) {
        schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(definitions);
        visit(schema.getQueryType());
        if (subscriptions && schema.getSubscriptionType() != null) {
            visit(schema.getSubscriptionType());
        }
    }

    /** By type, then by field: its arguments and its type. */
    static Map<String, Map<String, String>> ofText(String sdl, boolean subscriptions) {
        return new SchemaShape(new SchemaParser().parse(sdl), subscriptions).types;
    }

    /** What Hasura really shows a role. */
    static Map<String, Map<String, String>> ofRole(Engine engine, String role, boolean subscriptions) {
        JsonNode answer = engine.query(role, IntrospectionQuery.INTROSPECTION_QUERY);
        Map<String, Object> data =
                new ObjectMapper().convertValue(answer.path("data"), new TypeReference<Map<String, Object>>() {});
        var document = new IntrospectionResultToSchema().createSchemaDefinition(data);
        return new SchemaShape(new SchemaParser().buildRegistry(document), subscriptions).types;
    }

    private void visit(GraphQLNamedType type) {
        if (types.containsKey(type.getName())) {
            return;
        }
        Map<String, String> fields = new TreeMap<>();
        types.put(type.getName(), fields);
        if (type instanceof GraphQLObjectType object) {
            object.getFields().forEach(field -> fields.put(field.getName(), field(field)));
        } else if (type instanceof GraphQLInputObjectType input) {
            input.getFields().forEach(field -> {
                fields.put(field.getName(), GraphQLTypeUtil.simplePrint(field.getType()));
                visit((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType()));
            });
        } else if (type instanceof GraphQLEnumType choice) {
            choice.getValues().stream()
                    .map(GraphQLEnumValueDefinition::getName)
                    .forEach(value -> fields.put(value, ""));
        }
    }

    private String field(GraphQLFieldDefinition field) {
        visit((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType()));
        field.getArguments()
                .forEach(argument -> visit((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(argument.getType())));
        String arguments = field.getArguments().stream()
                .sorted(Comparator.comparing(GraphQLArgument::getName))
                .map(argument -> argument.getName() + ": " + GraphQLTypeUtil.simplePrint(argument.getType()))
                .collect(Collectors.joining(", "));
        return "(" + arguments + "): " + GraphQLTypeUtil.simplePrint(field.getType());
    }
}
