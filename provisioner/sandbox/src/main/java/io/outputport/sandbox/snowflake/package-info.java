/**
 * An endpoint that Snowflake's own drivers log in to. It answers from upper-case objects of the sandbox's PostgreSQL: a
 * database of Snowflake is the PostgreSQL database of that name.
 */
@NullMarked
package io.outputport.sandbox.snowflake;

import org.jspecify.annotations.NullMarked;
