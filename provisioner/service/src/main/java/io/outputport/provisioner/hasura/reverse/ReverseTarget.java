package io.outputport.provisioner.hasura.reverse;

import io.outputport.provisioner.descriptor.model.SourceTable;
import java.util.Optional;
import java.util.function.Function;

/** The table that a reverse provisioning is to read. */
public sealed interface ReverseTarget {

    /** A table or view of a database, as the request names it. */
    record InDatabase(SourceTable table) implements ReverseTarget {}

    /**
     * A table that Hasura tracks.
     *
     * @param source the name of its source in Hasura; empty for any
     * @param table its custom name, or {@code schema.table}
     */
    record InHasura(Optional<String> source, String table) implements ReverseTarget {}

    /** One branch per case. */
    default <R> R match(Function<InDatabase, R> inDatabase, Function<InHasura, R> inHasura) {
        return this instanceof InDatabase database ? inDatabase.apply(database) : inHasura.apply((InHasura) this);
    }
}
