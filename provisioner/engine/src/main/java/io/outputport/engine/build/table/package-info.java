/**
 * From one table of the metadata to one of the schema: columns, relationships and permissions; what does not fit is left
 * out with Hasura's reason.
 */
@NullMarked
package io.outputport.engine.build.table;

import org.jspecify.annotations.NullMarked;
