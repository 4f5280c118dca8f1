package io.outputport.sandbox.snowflake.sql;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Snowflake's INFORMATION_SCHEMA over PostgreSQL's catalog, as common table expressions. */
final class CatalogViews {
    private static final String RELATIONS = """
            from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace""";
    private static final String SERVED = """
            c.relkind in ('r', 'p', 'v', 'm') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'""";

    private static final Map<String, String> VIEWS = Map.of(
            "SCHEMATA",
            """
            select current_database()::text as "CATALOG_NAME", n.nspname::text as "SCHEMA_NAME"
            from pg_catalog.pg_namespace n where n.nspname not like 'pg\\_%'""",
            "TABLES",
            """
            select current_database()::text as "TABLE_CATALOG", n.nspname::text as "TABLE_SCHEMA",
                   c.relname::text as "TABLE_NAME",
                   case c.relkind when 'v' then 'VIEW' when 'm' then 'MATERIALIZED VIEW' else 'BASE TABLE' end
                       as "TABLE_TYPE",
                   obj_description(c.oid, 'pg_class') as "COMMENT"
            %s where %s""".formatted(RELATIONS, SERVED),
            "VIEWS",
            """
            select current_database()::text as "TABLE_CATALOG", n.nspname::text as "TABLE_SCHEMA",
                   c.relname::text as "TABLE_NAME"
            %s where %s and c.relkind in ('v', 'm')""".formatted(RELATIONS, SERVED),
            "COLUMNS",
            """
            select current_database()::text as "TABLE_CATALOG", n.nspname::text as "TABLE_SCHEMA",
                   c.relname::text as "TABLE_NAME", a.attname::text as "COLUMN_NAME",
                   row_number() over (partition by c.oid order by a.attnum) as "ORDINAL_POSITION",
                   case when a.attnotnull then 'NO' else 'YES' end as "IS_NULLABLE",
                   case t.typname
                       when 'int2' then 'NUMBER' when 'int4' then 'NUMBER' when 'int8' then 'NUMBER'
                       when 'numeric' then 'NUMBER' when 'float4' then 'FLOAT' when 'float8' then 'FLOAT'
                       when 'bool' then 'BOOLEAN' when 'date' then 'DATE' when 'time' then 'TIME'
                       when 'timestamp' then 'TIMESTAMP_NTZ' when 'timestamptz' then 'TIMESTAMP_TZ'
                       when 'bytea' then 'BINARY' when 'json' then 'VARIANT' when 'jsonb' then 'VARIANT'
                       else case t.typcategory when 'A' then 'ARRAY' else 'TEXT' end
                   end as "DATA_TYPE",
                   case when t.typname in ('varchar', 'bpchar') and a.atttypmod > 4 then a.atttypmod - 4
                        when t.typname in ('text', 'varchar', 'bpchar') then 16777216 end as "CHARACTER_MAXIMUM_LENGTH",
                   case when t.typname in ('int2', 'int4', 'int8') then 38
                        when t.typname = 'numeric' and a.atttypmod > 4 then ((a.atttypmod - 4) >> 16) & 65535
                        when t.typname = 'numeric' then 38 end as "NUMERIC_PRECISION",
                   case when t.typname in ('int2', 'int4', 'int8') then 0
                        when t.typname = 'numeric' and a.atttypmod > 4 then (a.atttypmod - 4) & 2047
                        when t.typname = 'numeric' then 0 end as "NUMERIC_SCALE",
                   col_description(c.oid, a.attnum) as "COMMENT"
            %s join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_catalog.pg_type t on t.oid = a.atttypid
            where %s""".formatted(RELATIONS, SERVED));

    private CatalogViews() {}

    /** What goes before a statement that uses these views; nothing for none. */
    static String with(Set<String> views) {
        return views.isEmpty()
                ? ""
                : views.stream()
                        .map(view -> Name.quoted(view) + " as (" + definition(view) + ")")
                        .collect(Collectors.joining(", ", "with ", " "));
    }

    private static String definition(String view) {
        String definition = VIEWS.get(view);
        if (definition == null) {
            throw new UnsupportedStatement(
                    "Object 'INFORMATION_SCHEMA." + view + "' does not exist or not authorized.");
        }
        return definition;
    }
}
