package io.outputport.provisioner.hasura.remote;

import io.outputport.foundation.outcome.Outcome;
import java.util.List;
import java.util.Set;

/** Takes sources out of Hasura that were made for output ports and hold nothing any more. */
public interface SourceRemoval {
    /** Their names, in order. */
    Outcome<List<String>> empty();

    /**
     * Removes those of the names that still hold nothing at the moment of writing; all others are left alone.
     *
     * @return what was removed
     */
    Outcome<List<String>> remove(Set<String> names);
}
