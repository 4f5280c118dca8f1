package io.outputport.provisioner.descriptor.type;

import java.util.Optional;

/**
 * How much a column's type holds, where the database sets a bound.
 *
 * @param length of a text, in characters
 * @param precision of a decimal, in digits
 * @param scale how many of these digits stand behind the point
 */
public record TypeSize(Optional<Integer> length, Optional<Integer> precision, Optional<Integer> scale) {
    public static final TypeSize UNBOUNDED = new TypeSize(Optional.empty(), Optional.empty(), Optional.empty());

    public static TypeSize ofLength(int length) {
        return new TypeSize(Optional.of(length), Optional.empty(), Optional.empty());
    }

    public static TypeSize ofDigits(int precision, int scale) {
        return new TypeSize(Optional.empty(), Optional.of(precision), Optional.of(scale));
    }

    /** As it stands behind the name of a type: {@code (10,2)}, {@code (255)} or nothing. */
    public String shown() {
        return precision
                .map(digits -> "(" + digits + scale.map(behind -> "," + behind).orElse("") + ")")
                .or(() -> length.map(most -> "(" + most + ")"))
                .orElse("");
    }
}
