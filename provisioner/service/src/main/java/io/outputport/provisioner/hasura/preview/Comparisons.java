package io.outputport.provisioner.hasura.preview;

import static io.outputport.provisioner.hasura.preview.TypeBuilders.input;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.listOf;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.named;
import static io.outputport.provisioner.hasura.preview.TypeBuilders.required;

import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import java.util.List;
import java.util.Set;

/** How values of a scalar can be compared. */
final class Comparisons {
    private static final Set<String> TEXTS = Set.of("String", "citext", "bpchar");
    private static final List<String> ORDER = List.of("_eq", "_gt", "_gte", "_lt", "_lte", "_neq");
    private static final List<String> CONTAINMENT = List.of("_contains", "_contained_in");
    private static final List<String> PATTERNS = List.of(
            "_like",
            "_nlike",
            "_ilike",
            "_nilike",
            "_similar",
            "_nsimilar",
            "_regex",
            "_nregex",
            "_iregex",
            "_niregex");

    private Comparisons() {}

    static String name(String scalar) {
        return scalar + "_comparison_exp";
    }

    /** Of an array that is a list of the scalar. */
    static GraphQLInputObjectType ofLists(String scalar) {
        GraphQLInputObjectType.Builder type =
                GraphQLInputObjectType.newInputObject().name(name(scalar + "_array"));
        ORDER.forEach(operator -> type.field(input(operator, listOf(scalar))));
        CONTAINMENT.forEach(operator -> type.field(input(operator, listOf(scalar))));
        type.field(input("_in", GraphQLList.list(required(listOf(scalar)))));
        type.field(input("_nin", GraphQLList.list(required(listOf(scalar)))));
        type.field(input("_is_null", named("Boolean")));
        return type.build();
    }

    static GraphQLInputObjectType of(String scalar) {
        GraphQLInputObjectType.Builder type =
                GraphQLInputObjectType.newInputObject().name(name(scalar));
        ORDER.forEach(operator -> type.field(input(operator, named(scalar))));
        type.field(input("_in", listOf(scalar)));
        type.field(input("_nin", listOf(scalar)));
        type.field(input("_is_null", named("Boolean")));
        if (TEXTS.contains(scalar)) {
            PATTERNS.forEach(operator -> type.field(input(operator, named(scalar))));
        }
        if (scalar.equals("jsonb")) {
            CONTAINMENT.forEach(operator -> type.field(input(operator, named(scalar))));
            type.field(input("_has_key", named("String")));
            type.field(input("_has_keys_all", listOf("String")));
            type.field(input("_has_keys_any", listOf("String")));
        }
        return type.build();
    }
}
