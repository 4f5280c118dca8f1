package io.outputport.provisioner.remote.postgres;

import io.outputport.provisioner.descriptor.source.NameRule;

/** Names of objects in PostgreSQL: NAMEDATALEN leaves 63 bytes. */
final class PostgresNames {
    static final NameRule RULE = new NameRule("PostgreSQL", 63, character -> true);

    private PostgresNames() {}
}
