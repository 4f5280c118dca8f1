package io.outputport.provisioner.source.postgres;

import io.outputport.provisioner.descriptor.type.ColumnType;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.descriptor.type.TypeSize;
import io.outputport.provisioner.descriptor.type.TypeTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** PostgreSQL's types. Hasura names a scalar as {@code pg_type} names the type, except for a few. */
final class PostgresTypes {
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "int8",
            "bigint",
            "int4",
            "Int",
            "int2",
            "smallint",
            "float4",
            "Float",
            "bool",
            "Boolean",
            "text",
            "String",
            "varchar",
            "String");

    /** @param catalogName its name in {@code pg_type} */
    private record Known(String name, String catalogName, DataType dataType) {}

    private static final List<Known> KNOWN = List.of(
            new Known("smallint", "int2", DataType.SMALLINT),
            new Known("integer", "int4", DataType.INT),
            new Known("bigint", "int8", DataType.BIGINT),
            new Known("numeric", "numeric", DataType.NUMERIC),
            new Known("real", "float4", DataType.FLOAT),
            new Known("double precision", "float8", DataType.DOUBLE),
            new Known("money", "money", DataType.MONEY),
            new Known("boolean", "bool", DataType.BOOLEAN),
            new Known("text", "text", DataType.TEXT),
            new Known("character varying", "varchar", DataType.VARCHAR),
            new Known("character", "bpchar", DataType.CHAR),
            new Known("name", "name", DataType.VARCHAR),
            new Known("citext", "citext", DataType.TEXT),
            new Known("uuid", "uuid", DataType.UUID),
            new Known("date", "date", DataType.DATE),
            new Known("time without time zone", "time", DataType.TIME),
            new Known("time with time zone", "timetz", DataType.TIME),
            new Known("timestamp without time zone", "timestamp", DataType.TIMESTAMP),
            new Known("timestamp with time zone", "timestamptz", DataType.TIMESTAMPZ),
            new Known("interval", "interval", DataType.INTERVAL),
            new Known("bytea", "bytea", DataType.BYTEA),
            new Known("json", "json", DataType.JSON),
            new Known("jsonb", "jsonb", DataType.JSON),
            new Known("xml", "xml", DataType.XML),
            new Known("inet", "inet", DataType.INET),
            new Known("cidr", "cidr", DataType.CIDR),
            new Known("macaddr", "macaddr", DataType.MACADDR),
            new Known("bit", "bit", DataType.BIT),
            new Known("bit varying", "varbit", DataType.BIT),
            new Known("tsvector", "tsvector", DataType.TSVECTOR),
            new Known("tsquery", "tsquery", DataType.TSQUERY),
            new Known("hstore", "hstore", DataType.MAP),
            new Known("geometry", "geometry", DataType.GEOMETRY),
            new Known("geography", "geography", DataType.GEOGRAPHY));

    private static final Map<String, String> CATALOG_NAMES =
            KNOWN.stream().collect(Collectors.toMap(Known::name, Known::catalogName));

    static final TypeTable TABLE = new TypeTable(
            KNOWN.stream()
                    .map(type -> new TypeTable.Row(type.name(), type.dataType(), scalar(type.catalogName())))
                    .toList(),
            name -> scalar(catalogName(name)));

    private PostgresTypes() {}

    /**
     * @param name as {@code format_type} gives it
     * @param catalogName its name in {@code pg_type}
     * @param element the same of an array's elements
     */
    static ColumnType of(String name, String catalogName, Optional<String> element, TypeSize size) {
        return TABLE.of(name, size).shownAs(scalar(catalogName), element.map(PostgresTypes::scalar));
    }

    private static String scalar(String catalogName) {
        return OTHER_NAMES.getOrDefault(catalogName, catalogName);
    }

    /** {@code sales.mood} is {@code mood} in the catalog, and {@code integer[]} is {@code _int4}. */
    private static String catalogName(String name) {
        if (name.endsWith("[]")) {
            return "_" + catalogName(name.substring(0, name.length() - 2));
        }
        String unquoted = name.replace("\"", "");
        return CATALOG_NAMES.getOrDefault(name, unquoted.substring(unquoted.lastIndexOf('.') + 1));
    }
}
