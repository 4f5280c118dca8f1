/**
 * Which files of a table somebody can do without: hints, of which a row is never lost, and filters, of which none is got that
 * is not granted. Pure.
 */
@NullMarked
package io.outputport.sharing.predicate;

import org.jspecify.annotations.NullMarked;
