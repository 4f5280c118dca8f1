/**
 * What one role may see of the schema cache: tables, cells, rows and root fields. The types are built from it, and the
 * SQL is written from it, so both always agree.
 */
@NullMarked
package io.outputport.engine.graphql.role;

import org.jspecify.annotations.NullMarked;
