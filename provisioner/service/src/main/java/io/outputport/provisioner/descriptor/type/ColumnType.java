package io.outputport.provisioner.descriptor.type;

import java.util.Optional;

/**
 * The type of a column that exists, in all three languages. Made by a {@link TypeTable}.
 *
 * @param name as the database names it, without its size, for example {@code timestamp with time zone} or {@code NUMBER}
 * @param elements of an array, where the database tells
 * @param scalar what Hasura shows to consumers, for example {@code timestamptz}; of an array, what it shows where arrays
 *     are no lists
 * @param elementScalar of an array that Hasura shows as a list: what it is a list of
 */
public record ColumnType(
        String name,
        TypeSize size,
        DataType dataType,
        Optional<DataType> elements,
        String scalar,
        Optional<String> elementScalar) {

    /** One that is no list. */
    public ColumnType(String name, TypeSize size, DataType dataType, Optional<DataType> elements, String scalar) {
        this(name, size, dataType, elements, scalar, Optional.empty());
    }

    /** The scalar that stands in the schema: its own, or that of its elements. */
    public String served() {
        return elementScalar.orElse(scalar);
    }

    public boolean isList() {
        return elementScalar.isPresent();
    }

    /** The same in a Hasura that shows no array as a list. */
    public ColumnType withoutList() {
        return new ColumnType(name, size, dataType, elements, scalar);
    }

    /** The same type under the names that the database's catalog has for it. */
    public ColumnType shownAs(String exactScalar, Optional<String> exactElementScalar) {
        return new ColumnType(name, size, dataType, elements, exactScalar, exactElementScalar);
    }

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
