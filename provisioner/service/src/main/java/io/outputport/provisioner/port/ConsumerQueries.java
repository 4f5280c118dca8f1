package io.outputport.provisioner.port;

import io.outputport.foundation.outcome.Outcome;

/** Asks what a consumer would ask, and gets what the consumer would get. */
@FunctionalInterface
public interface ConsumerQueries {
    /**
     * Done with whatever the answer is, a refusal included.
     *
     * @param bearer the consumer's own token
     * @param body of a GraphQL request, as JSON
     */
    Outcome<Answer> ask(String bearer, String body);

    /** @param body a JSON object */
    record Answer(int status, String body) {}
}
