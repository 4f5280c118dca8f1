package io.outputport.sharing.predicate.value;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A value that can be compared with others of its column: a number, as which dates and times count, or a text. */
public sealed interface Value extends Comparable<Value> {
    record Number(BigDecimal number) implements Value {}

    record Text(String text) implements Value {}

    /** Texts by their bytes in UTF-8, as tables have them in order; Java's own order is another. */
    @Override
    default int compareTo(Value other) {
        if (this instanceof Number one && other instanceof Number two) {
            return one.number().compareTo(two.number());
        }
        if (this instanceof Text one && other instanceof Text two) {
            return Arrays.compareUnsigned(
                    one.text().getBytes(StandardCharsets.UTF_8), two.text().getBytes(StandardCharsets.UTF_8));
        }
        throw new IllegalArgumentException("values of two columns are not compared");
    }

    static Value of(long number) {
        return new Number(BigDecimal.valueOf(number));
    }
}
