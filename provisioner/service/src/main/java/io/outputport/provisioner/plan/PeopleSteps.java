package io.outputport.provisioner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of a provision that concerns who has access: a new port is closed first, locked identities come last.
 *
 * @param roleLost whether the role mapper has lost the role of a living port, and with it the people
 */
record PeopleSteps(String role, Standing standing, boolean isNew, boolean roleLost) {

    /** Empty for a living port, which keeps its people, unless its role is lost. The list may be added to. */
    List<Step> before(String component) {
        List<Step> steps = new ArrayList<>();
        Optional<People> first = isNew
                ? Optional.of(People.NOBODY)
                : snapshot().filter(people -> roleLost).map(people -> people.and(standing.locked()));
        first.ifPresent(people -> {
            steps.add(new Step.PutRole(role, component, List.of()));
            steps.add(new Step.PutAccess(role, people.users(), people.groups()));
        });
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
        if (snapshot().isPresent() || (standing.locked().isNobody() && !roleLost)) {
            return Optional.empty();
        }
        return roleLost
                ? Optional.of("The role mapper has lost this port's role, and it is not known who had it;"
                        + " the next updateacl gives it again.")
                : Optional.of("It is not known who has access to this port, so its users and groups are left alone;"
                        + " the next updateacl gives the locked identities access.");
    }

    private Optional<People> snapshot() {
        return isNew ? Optional.of(People.NOBODY) : standing.snapshot();
    }
}
