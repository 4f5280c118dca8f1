/**
 * Reads a request against the schema of a role: fragments, directives and variables are resolved, and what comes out
 * is either a tree of selections that can be carried out or Hasura's first error.
 */
@NullMarked
package io.outputport.engine.graphql.read;

import org.jspecify.annotations.NullMarked;
