package io.outputport.provisioner.descriptor.type;

import java.util.Optional;

/**
 * The type of a column that exists, in all three languages. Made by a {@link TypeTable}.
 *
 * @param name as the database names it, without its size, for example {@code timestamp with time zone} or {@code NUMBER}
 * @param elements of an array, where the database tells
 * @param scalar what Hasura shows to consumers, for example {@code timestamptz}
 */
public record ColumnType(String name, TypeSize size, DataType dataType, Optional<DataType> elements, String scalar) {

    /** Whether it keeps what a data contract promises. Only plain differences count: sizes and time zones do not. */
    public boolean keeps(DataType promised) {
        boolean fractions =
                size.scale().filter(digits -> digits > 0).isPresent() || dataType.family() == TypeFamily.FLOATING;
        return promised.family() == TypeFamily.WHOLE_NUMBER && fractions
                ? false
                : promised.family().accepts(dataType.family());
    }

    /** For people: {@code numeric(10,2)}. */
    public String shown() {
        return name + size.shown();
    }
}
