/** Tests of results and their chunks. */
@NullMarked
package io.outputport.sandbox.snowflake.result;

import org.jspecify.annotations.NullMarked;
