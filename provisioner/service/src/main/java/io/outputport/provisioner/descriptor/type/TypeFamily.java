package io.outputport.provisioner.descriptor.type;

import java.util.Set;

/** What a value is to those who read it, whatever its size. */
public enum TypeFamily {
    WHOLE_NUMBER,
    DECIMAL,
    FLOATING,
    TEXT,
    BOOLEAN,
    DATE,
    TIME,
    TIMESTAMP,
    INTERVAL,
    BINARY,
    STRUCTURE,
    ARRAY,
    SPATIAL,
    /** What cannot be judged. */
    UNKNOWN;

    private static final Set<TypeFamily> NUMBERS = Set.of(WHOLE_NUMBER, DECIMAL, FLOATING);
    private static final Set<TypeFamily> NESTED = Set.of(STRUCTURE, ARRAY);

    /** Whether who was promised this one can live with the other. Whole numbers are asked for their digits elsewhere. */
    boolean accepts(TypeFamily actual) {
        return this == actual
                || this == UNKNOWN
                || actual == UNKNOWN
                || (NUMBERS.contains(this) && NUMBERS.contains(actual))
                || (NESTED.contains(this) && NESTED.contains(actual));
    }
}
