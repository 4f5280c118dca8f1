/**
 * The schema cache of the engine, as plain data: what the metadata side builds and the GraphQL side serves from.
 */
@NullMarked
package io.outputport.engine.schema;

import org.jspecify.annotations.NullMarked;
