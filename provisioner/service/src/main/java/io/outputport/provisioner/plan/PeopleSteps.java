package io.outputport.provisioner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of a provision that concerns who has access: a new port is closed first, locked identities come last. */
record PeopleSteps(String role, Standing standing, boolean isNew) {

    /** Empty for a living port, which keeps its people. The list may be added to. */
    List<Step> before(String component) {
        List<Step> steps = new ArrayList<>();
        if (isNew) {
            steps.add(new Step.PutRole(role, component, List.of()));
            steps.add(new Step.PutAccess(role, List.of(), List.of()));
        }
        return steps;
    }

    List<Step> after() {
        if (standing.locked().isNobody()) {
            return List.of();
        }
        return snapshot()
                .map(people -> people.and(standing.locked()))
                .<List<Step>>map(people -> List.of(new Step.PutAccess(role, people.users(), people.groups())))
                .orElseGet(List::of);
    }

    Optional<String> warning() {
        return standing.locked().isNobody() || snapshot().isPresent()
                ? Optional.empty()
                : Optional.of("It is not known who has access to this port, so its users and groups are left alone;"
                        + " the next updateacl gives the locked identities access.");
    }

    private Optional<People> snapshot() {
        return isNew ? Optional.of(People.NOBODY) : standing.snapshot();
    }
}
