/** A table as one role sees it: its cells, links and aggregates, and the conditions that its rows meet. */
@NullMarked
package io.outputport.engine.graphql.role.table;

import org.jspecify.annotations.NullMarked;
