/**
 * Sources of a data connector, here Snowflake's: tables named by arrays, reached by a JDBC URL that a template may put
 * together. Their rows are those of upper-case schemas of a PostgreSQL that stands in for the warehouse.
 */
@NullMarked
package io.outputport.engine.source.connector;

import org.jspecify.annotations.NullMarked;
