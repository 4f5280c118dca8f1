package io.outputport.sharing.predicate;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How a database compares values of the same column. */
final class Rows {
    private Rows() {}

    @SuppressWarnings("unchecked")
    static int compare(Comparable<?> one, Comparable<?> other) {
        if (one instanceof String text && other instanceof String with) {
            return Arrays.compareUnsigned(text.getBytes(StandardCharsets.UTF_8), with.getBytes(StandardCharsets.UTF_8));
        }
        if (one instanceof Float || one instanceof Double) {
            double left = ((Number) one).doubleValue();
            double right = ((Number) other).doubleValue();
            return left == right ? 0 : Double.compare(left, right);
        }
        if (one instanceof Long || one instanceof Integer || one instanceof BigDecimal) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
        }
        return ((Comparable<Object>) one).compareTo(other);
    }
}
