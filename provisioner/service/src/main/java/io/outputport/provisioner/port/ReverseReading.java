package io.outputport.provisioner.port;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.descriptor.reverse.CatalogContract;

/** Reads what is there into a component of the catalog. */
public interface ReverseReading {
    /** Whether the request's {@code params} name something of this technology. */
    boolean isMeantBy(JsonNode params);

    /**
     * What is to be read, in words that only this technology reads: kept with the task. Asks no other system.
     *
     * @return stopped with everything that is wrong with the params
     */
    Outcome<ObjectNode> target(JsonNode params);

    /** Asks for what is there, and compares it with the catalog. Changes nothing. */
    Outcome<Update> read(JsonNode target, CatalogContract entry, Progress progress);

    /**
     * What the catalog should hold.
     *
     * @param updates new values by the dot path in the component
     */
    record Update(String sentence, ObjectNode updates) {}
}
