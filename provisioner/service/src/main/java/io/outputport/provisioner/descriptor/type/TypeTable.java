package io.outputport.provisioner.descriptor.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the types of one technology are in OpenMetadata, and which GraphQL scalars Hasura makes of them. */
public final class TypeTable {
    private static final String ARRAY = "[]";

    private final Map<String, Row> rows;
    private final UnaryOperator<String> otherScalar;

    /** @param name as the database names the type, without its size */
    public record Row(String name, DataType dataType, String scalar) {}

    /**
     * @param rows in the order in which they are shown
     * @param otherScalar the scalar of a type that no row names, from its name
     */
    public TypeTable(List<Row> rows, UnaryOperator<String> otherScalar) {
        this.rows =
                rows.stream().collect(Collectors.toMap(Row::name, row -> row, (one, other) -> one, LinkedHashMap::new));
        this.otherScalar = otherScalar;
    }

    public List<Row> rows() {
        return List.copyOf(rows.values());
    }

    /** @param name as the database names it, without its size; {@code []} behind it makes an array of it */
    public ColumnType of(String name, TypeSize size) {
        if (name.endsWith(ARRAY)) {
            DataType elements =
                    row(name.substring(0, name.length() - ARRAY.length())).dataType();
            return new ColumnType(name, size, DataType.ARRAY, Optional.of(elements), otherScalar.apply(name));
        }
        Row row = row(name);
        return new ColumnType(name, size, row.dataType(), Optional.empty(), row.scalar());
    }

    private Row row(String name) {
        Row known = rows.get(name);
        return known != null ? known : new Row(name, DataType.UNKNOWN, otherScalar.apply(name));
    }
}
