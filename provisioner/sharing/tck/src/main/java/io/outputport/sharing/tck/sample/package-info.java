/** Tables that Spark wrote, and the rows that Spark reads of them. */
@NullMarked
package io.outputport.sharing.tck.sample;

import org.jspecify.annotations.NullMarked;
