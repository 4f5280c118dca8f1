package io.outputport.provisioner.reconcile;

import io.outputport.provisioner.outcome.Outcome;
import java.util.Set;

/** What a role really sees, asked as that role. */
@FunctionalInterface
public interface Visibility {
    /** The names of the root fields that queries of the role may use now. */
    Outcome<Set<String>> queryFields(String role);
}
