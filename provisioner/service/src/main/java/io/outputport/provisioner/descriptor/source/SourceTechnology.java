package io.outputport.provisioner.descriptor.source;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.SourceTable;
import java.util.Optional;

/** One kind of database that an output port can be served from. A further kind is one further package, and no more. */
public interface SourceTechnology extends SourceNaming {
    /**
     * Asks the database. Done and empty: there is no such table or view. Later: it cannot be reached now. Stopped: it
     * refuses us.
     */
    Outcome<Optional<TableFacts>> facts(SourceTable table);

    /**
     * The table of these names, where no descriptor gives them. Stopped with every name that is missing or not legal,
     * under the path {@code database}, {@code schema} or {@code name}, and when this kind has no settings. No I/O.
     */
    Outcome<SourceTable> named(Optional<String> database, String schema, String name);

    /** What else is in the table's database, to find what somebody meant by a name that does not exist. */
    Outcome<Neighbours> neighbours(SourceTable table);
}
