package io.outputport.sandbox.hasura.graphql;

import graphql.schema.GraphQLSchema;
import io.outputport.sandbox.hasura.graphql.role.RoleView;
import io.outputport.sandbox.hasura.graphql.type.SchemaTypes;
import io.outputport.sandbox.hasura.schema.SchemaCache;

/** What a role may see, and the types that show it. */
record RoleSchema(RoleView view, GraphQLSchema types) {
    static RoleSchema of(SchemaCache cache, String role) {
        RoleView view = RoleView.of(cache, role);
        return new RoleSchema(view, SchemaTypes.of(view));
    }
}
