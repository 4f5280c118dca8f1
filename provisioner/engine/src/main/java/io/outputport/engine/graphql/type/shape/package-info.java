/** How types are written down, and those that every role has. */
@NullMarked
package io.outputport.engine.graphql.type.shape;

import org.jspecify.annotations.NullMarked;
