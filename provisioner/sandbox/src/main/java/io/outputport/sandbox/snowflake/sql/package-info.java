/** Snowflake's SQL, as far as sources are asked in it, turned into PostgreSQL's. */
@NullMarked
package io.outputport.sandbox.snowflake.sql;

import org.jspecify.annotations.NullMarked;
