package io.outputport.sandbox.snowflake.sql;

import java.util.List;
import java.util.Optional;

/** {@code SHOW PRIMARY KEYS IN TABLE database.schema.name}. */
final class ShownKeys {
    private static final List<String> WORDS = List.of("show", "primary", "keys", "in", "table");

    private ShownKeys() {}

    static Translation of(List<Token> tokens) {
        List<String> name = Translation.nameAt(tokens, WORDS.size());
        for (int i = 0; i < WORDS.size(); i++) {
            if (i >= tokens.size() || !tokens.get(i).is(WORDS.get(i)) || name.size() != 3) {
                throw new UnsupportedStatement("The sandbox shows primary keys of database.schema.table only.");
            }
        }
        String relation = literal(Name.quoted(name.get(1)) + "." + Name.quoted(name.get(2)));
        return new Translation(Optional.of(name.get(0)), """
                select current_database()::text as "database_name", n.nspname::text as "schema_name",
                       c.relname::text as "table_name", a.attname::text as "column_name",
                       array_position(k.conkey, a.attnum) as "key_sequence", k.conname::text as "constraint_name"
                from pg_catalog.pg_constraint k
                join pg_catalog.pg_class c on c.oid = k.conrelid
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum = any(k.conkey)
                where k.contype = 'p' and c.oid = %s::regclass
                order by 5""".formatted(relation));
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
