package io.outputport.engine.graphql;

import graphql.schema.GraphQLSchema;
import io.outputport.engine.graphql.role.RoleIndex;
import io.outputport.engine.graphql.role.RoleView;
import io.outputport.engine.graphql.type.SchemaTypes;

/** What a role may see, and the types that show it. */
record RoleSchema(RoleView view, GraphQLSchema types) {
    static RoleSchema of(RoleIndex index, String role) {
        RoleView view = RoleView.of(index, role);
        return new RoleSchema(view, SchemaTypes.of(view));
    }
}
