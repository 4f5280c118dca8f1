package io.outputport.provisioner.descriptor.type;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The {@code dataType} of a column in OpenMetadata, and so in data contracts; the names are OpenMetadata's. */
public enum DataType {
    NUMBER(TypeFamily.DECIMAL),
    TINYINT(TypeFamily.WHOLE_NUMBER),
    SMALLINT(TypeFamily.WHOLE_NUMBER),
    INT(TypeFamily.WHOLE_NUMBER),
    BIGINT(TypeFamily.WHOLE_NUMBER),
    BYTEINT(TypeFamily.WHOLE_NUMBER),
    LONG(TypeFamily.WHOLE_NUMBER),
    LARGEINT(TypeFamily.WHOLE_NUMBER),
    UINT(TypeFamily.WHOLE_NUMBER),
    YEAR(TypeFamily.WHOLE_NUMBER),
    DECIMAL(TypeFamily.DECIMAL),
    NUMERIC(TypeFamily.DECIMAL),
    MONEY(TypeFamily.DECIMAL),
    FLOAT(TypeFamily.FLOATING),
    DOUBLE(TypeFamily.FLOATING),
    BOOLEAN(TypeFamily.BOOLEAN),
    DATE(TypeFamily.DATE),
    TIME(TypeFamily.TIME),
    DATETIME(TypeFamily.TIMESTAMP),
    TIMESTAMP(TypeFamily.TIMESTAMP),
    TIMESTAMPZ(TypeFamily.TIMESTAMP),
    INTERVAL(TypeFamily.INTERVAL),
    STRING(TypeFamily.TEXT),
    TEXT(TypeFamily.TEXT),
    MEDIUMTEXT(TypeFamily.TEXT),
    NTEXT(TypeFamily.TEXT),
    CHAR(TypeFamily.TEXT),
    VARCHAR(TypeFamily.TEXT),
    CLOB(TypeFamily.TEXT),
    ENUM(TypeFamily.TEXT),
    UUID(TypeFamily.TEXT),
    XML(TypeFamily.TEXT),
    INET(TypeFamily.TEXT),
    CIDR(TypeFamily.TEXT),
    MACADDR(TypeFamily.TEXT),
    IPV4(TypeFamily.TEXT),
    IPV6(TypeFamily.TEXT),
    BINARY(TypeFamily.BINARY),
    VARBINARY(TypeFamily.BINARY),
    BYTES(TypeFamily.BINARY),
    BYTEA(TypeFamily.BINARY),
    BLOB(TypeFamily.BINARY),
    MEDIUMBLOB(TypeFamily.BINARY),
    LONGBLOB(TypeFamily.BINARY),
    JSON(TypeFamily.STRUCTURE),
    VARIANT(TypeFamily.STRUCTURE),
    MAP(TypeFamily.STRUCTURE),
    STRUCT(TypeFamily.STRUCTURE),
    RECORD(TypeFamily.STRUCTURE),
    SUPER(TypeFamily.STRUCTURE),
    ARRAY(TypeFamily.ARRAY),
    SET(TypeFamily.ARRAY),
    GEOGRAPHY(TypeFamily.SPATIAL),
    GEOMETRY(TypeFamily.SPATIAL),
    SPATIAL(TypeFamily.SPATIAL),
    POINT(TypeFamily.SPATIAL),
    POLYGON(TypeFamily.SPATIAL),
    TSVECTOR(TypeFamily.UNKNOWN),
    TSQUERY(TypeFamily.UNKNOWN),
    BIT(TypeFamily.UNKNOWN),
    UNION(TypeFamily.UNKNOWN),
    UNKNOWN(TypeFamily.UNKNOWN);

    private static final Map<String, DataType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Enum::name, type -> type));

    private final TypeFamily family;

    DataType(TypeFamily family) {
        this.family = family;
    }

    /** In whatever letter case; empty for a name that is not in this list. */
    public static Optional<DataType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.strip().toUpperCase(Locale.ROOT)));
    }

    public TypeFamily family() {
        return family;
    }
}
