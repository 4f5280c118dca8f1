/** What a query of the sharing server costs, beside the bare framework and beside reading the log for each query. */
@NullMarked
package io.outputport.benchmark.sharing;

import org.jspecify.annotations.NullMarked;
