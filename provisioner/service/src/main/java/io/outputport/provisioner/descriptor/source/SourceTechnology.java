package io.outputport.provisioner.descriptor.source;

import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.outcome.Outcome;
import java.util.Optional;

/** One kind of database that an output port can be served from. A further kind is one further package, and no more. */
public interface SourceTechnology extends SourceNaming {
    /**
     * Asks the database. Done and empty: there is no such table or view. Later: it cannot be reached now. Stopped: it
     * refuses us.
     */
    Outcome<Optional<TableFacts>> facts(SourceTable table);
}
