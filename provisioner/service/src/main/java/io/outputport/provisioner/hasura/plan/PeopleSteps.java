package io.outputport.provisioner.hasura.plan;

import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.people.Standing;
import io.outputport.provisioner.port.plan.Step;
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
        Optional<People> first = isNew ? Optional.of(People.NOBODY) : snapshot().filter(people -> roleLost);
        first.ifPresent(people -> {
            steps.add(new HasuraStep.PutRole(role, component, List.of(), isNew));
            steps.add(new HasuraStep.PutAccess(role, component, people, isNew ? People.NOBODY : standing.locked()));
        });
        return steps;
    }

    /** Also where nobody is locked any more: who was, and is in no snapshot, loses access. */
    List<Step> after(String component) {
        Optional<People> given = isNew ? Optional.of(People.NOBODY) : standing.given();
        return snapshot()
                .filter(people -> !standing.locked().isNobody()
                        || given.filter(people::areThose).isEmpty())
                .<List<Step>>map(
                        people -> List.of(new HasuraStep.PutAccess(role, component, people, standing.locked())))
                .orElseGet(List::of);
    }

    /** @param wasThere whether it was carried out before its removal began */
    Optional<String> warning(boolean wasThere) {
        if (standing.isClosed() && wasThere) {
            return Optional.of(
                    "The removal of this port had begun, so it starts anew: nobody has access to it until the"
                            + " next updateacl.");
        }
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
