package io.outputport.provisioner.reconcile;

import io.outputport.provisioner.outcome.Outcome;
import java.util.Optional;
import java.util.Set;

/** What a role really sees, asked as that role. */
@FunctionalInterface
public interface Visibility {
    /** The names of the root fields that the role may use now, subscriptions included; empty when it may not ask. */
    Outcome<Optional<Set<String>>> rootFields(String role);
}
