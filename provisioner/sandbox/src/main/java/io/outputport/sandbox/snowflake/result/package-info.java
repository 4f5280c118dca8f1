/** Results as Snowflake's drivers read them: types of columns, rows in JSON or in Arrow, at once or in chunks to fetch. */
@NullMarked
package io.outputport.sandbox.snowflake.result;

import org.jspecify.annotations.NullMarked;
