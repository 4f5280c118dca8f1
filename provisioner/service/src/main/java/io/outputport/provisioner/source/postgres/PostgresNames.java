package io.outputport.provisioner.source.postgres;

import io.outputport.provisioner.descriptor.source.NameRule;
import io.outputport.provisioner.descriptor.source.SystemSchemas;
import java.util.Locale;
import java.util.Set;

/** Names of objects in PostgreSQL: NAMEDATALEN leaves 63 bytes. */
final class PostgresNames {
    static final NameRule RULE = new NameRule("PostgreSQL", 63, character -> true);

    /** {@code hdb_…} are Hasura's: it keeps its metadata and its triggers in them. */
    private static final Set<String> RESERVED =
            Set.of("pg_catalog", "pg_toast", "information_schema", "hdb_catalog", "hdb_views", "hdb_lib");

    /** PostgreSQL lets nobody make a schema that begins with {@code pg_}; the others would be found in no other case. */
    static final SystemSchemas SYSTEM_SCHEMAS = new SystemSchemas(
            "PostgreSQL or Hasura",
            schema -> schema.startsWith("pg_") || RESERVED.contains(schema.toLowerCase(Locale.ROOT)));

    private PostgresNames() {}
}
