/** The names that a table brings into the schema, its own or configured, and where two tables claim the same. */
@NullMarked
package io.outputport.engine.build.name;

import org.jspecify.annotations.NullMarked;
