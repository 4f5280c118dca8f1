package io.outputport.provisioner.descriptor.source;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.provisioner.descriptor.model.DataProduct;
import io.outputport.provisioner.descriptor.model.SourceOutputPort;
import io.outputport.provisioner.descriptor.model.SourceTable;

/**
 * What one kind of database reads from a descriptor, without I/O. The service loader finds those that need no settings:
 * they judge names where there is no system to ask.
 */
public interface SourceNaming {
    /** Its name in Hasura's metadata, in source names and in messages, for example {@code postgres}. */
    String name();

    /** Whether a descriptor's {@code technology} or {@code platform} means this kind; letter case does not matter. */
    boolean isMeantBy(String technology);

    /**
     * Reads which table or view the output port names. Stopped with every problem of its {@code specific}, an
     * identifier that could break out of a URL or a template included, and when this kind has no settings. No I/O.
     */
    Outcome<SourceTable> locate(DataProduct product, SourceOutputPort port);
}
