/** Sources of kind {@code postgres}: tables named by schema and name, reached by a URL or its parts. */
@NullMarked
package io.outputport.engine.source.postgres;

import org.jspecify.annotations.NullMarked;
