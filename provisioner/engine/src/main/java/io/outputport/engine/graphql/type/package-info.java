/** The GraphQL types of a role, in Hasura's shape: what introspection shows and what a request is checked against. */
@NullMarked
package io.outputport.engine.graphql.type;

import org.jspecify.annotations.NullMarked;
