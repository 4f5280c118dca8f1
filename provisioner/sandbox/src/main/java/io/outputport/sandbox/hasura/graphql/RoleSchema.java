package io.outputport.sandbox.hasura.graphql;

import graphql.schema.GraphQLSchema;
import io.outputport.sandbox.hasura.graphql.role.RoleIndex;
import io.outputport.sandbox.hasura.graphql.role.RoleView;
import io.outputport.sandbox.hasura.graphql.type.SchemaTypes;

/** What a role may see, and the types that show it. */
record RoleSchema(RoleView view, GraphQLSchema types) {
    static RoleSchema of(RoleIndex index, String role) {
        RoleView view = RoleView.of(index, role);
        return new RoleSchema(view, SchemaTypes.of(view));
    }
}
