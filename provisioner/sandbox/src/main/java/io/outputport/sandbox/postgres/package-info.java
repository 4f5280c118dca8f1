/**
 * A real PostgreSQL with sample data: where the engine reads rows, the provisioner reads facts about tables, and the
 * Snowflake endpoint finds its upper-case schemas.
 */
@NullMarked
package io.outputport.sandbox.postgres;

import org.jspecify.annotations.NullMarked;
