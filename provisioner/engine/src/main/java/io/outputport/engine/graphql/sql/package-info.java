/**
 * Writes the SQL of a request and runs it: one statement for each source, every value bound, the answer built as JSON
 * by the database so that numbers and times look as Hasura shows them.
 */
@NullMarked
package io.outputport.engine.graphql.sql;

import org.jspecify.annotations.NullMarked;
