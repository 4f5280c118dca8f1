/** The statement for one source, put together from selections, conditions and orders, with every value bound. */
@NullMarked
package io.outputport.engine.graphql.sql.statement;

import org.jspecify.annotations.NullMarked;
