package io.outputport.sharing.predicate;

import io.outputport.sharing.predicate.value.ValueKind;
import java.util.Optional;

/**
 * A column that a condition names.
 *
 * @param physical by which the log knows it
 * @param kind empty where its values are not compared
 * @param partitions whether its value is the same in all rows of a file
 */
record Column(String physical, Optional<ValueKind> kind, boolean partitions) {}
