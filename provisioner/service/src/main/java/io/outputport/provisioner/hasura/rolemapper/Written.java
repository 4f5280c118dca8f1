package io.outputport.provisioner.hasura.rolemapper;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Outcome;

/**
 * What came of a write.
 *
 * @param mayBeAtWork whether the role mapper may still be writing, or begin to
 */
record Written(Outcome<JsonNode> outcome, boolean mayBeAtWork) {
    Written withOutcome(Outcome<JsonNode> better) {
        return new Written(better, mayBeAtWork);
    }
}
