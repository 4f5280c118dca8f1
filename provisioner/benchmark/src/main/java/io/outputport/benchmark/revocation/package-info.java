/**
 * How long people still read after the platform has taken their access away, with every system healthy and with one of them
 * hanging.
 */
@NullMarked
package io.outputport.benchmark.revocation;

import org.jspecify.annotations.NullMarked;
