/**
 * The GraphQL side of the engine. {@link io.outputport.engine.graphql.GraphqlEngine} tells the story of a
 * request: parse it, take the schema of the role, read it against the schema, ask the sources, put the answer together.
 */
@NullMarked
package io.outputport.engine.graphql;

import org.jspecify.annotations.NullMarked;
