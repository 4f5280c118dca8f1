/**
 * The service under attack: everything that is allowed, and much that is not, all at once, with the image's options and
 * the chart's limit; then a full disk and a database that freezes. What it took, what it answered, what became of it.
 */
@NullMarked
package io.outputport.benchmark.siege;

import org.jspecify.annotations.NullMarked;
