package io.outputport.provisioner.hasura.remote;

import io.outputport.foundation.outcome.Outcome;
import java.util.Optional;
import java.util.Set;

/** What a role really sees, asked as that role. */
@FunctionalInterface
public interface Visibility {
    /**
     * The root fields of queries that the role may use now; empty when it may not ask for them.
     *
     * @param streams also those of subscriptions
     */
    Outcome<Optional<Set<String>>> rootFields(String role, boolean streams);
}
