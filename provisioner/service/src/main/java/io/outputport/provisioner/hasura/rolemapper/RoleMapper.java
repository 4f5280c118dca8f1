package io.outputport.provisioner.hasura.rolemapper;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.HasuraStep.RoleStep;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.remote.Remote;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.register.AccessLedger.RoleOf;
import io.outputport.provisioner.register.AccessLedger.UnsettledRole;
import io.outputport.provisioner.register.AccessLedger.Wish;
import java.util.Optional;

/** Reads and writes roles. Every PUT is a full replacement, so repeating one does no harm. */
final class RoleMapper implements Remote {
    private final RoleMapperClient client;
    private final RoleWrites writes;

    RoleMapper(RoleMapperClient client, RoleWrites writes) {
        this.client = client;
        this.writes = writes;
    }

    @Override
    public Outcome<Actual> read(PortIdentity port, Actual soFar) {
        return roleOf(port).then(role -> owner(port, role).map(owner -> soFar.withRole(role, owner)));
    }

    private Outcome<Optional<String>> roleOf(PortIdentity port) {
        if (RoleMapperClient.canBeAskedFor(port.component())) {
            return client.roleOf(port.component());
        }
        Outcome<Optional<String>> found = Outcome.done(Optional.empty());
        for (String role : port.possibleRoles()) {
            found = found.then(known -> known.isPresent() ? Outcome.done(known) : ifOwned(role, port.component()));
        }
        return found;
    }

    private Outcome<Optional<String>> ifOwned(String role, String component) {
        return client.ownerOf(role).map(owner -> owner.filter(component::equals).map(own -> role));
    }

    private Outcome<Optional<String>> owner(PortIdentity port, Optional<String> known) {
        return known.isPresent()
                ? Outcome.done(Optional.of(port.component()))
                : port.computedRole().map(client::ownerOf).orElseGet(() -> Outcome.done(Optional.empty()));
    }

    @Override
    public boolean decidesAccess() {
        return true;
    }

    @Override
    public boolean carriesOut(HasuraStep step) {
        return step.matchSystem(role -> true, metadata -> false);
    }

    @Override
    public Outcome<Change> apply(HasuraStep step, Progress progress) {
        return step.matchSystem(role -> apply(role, progress), RoleMapper::isOthers);
    }

    private Outcome<Change> apply(RoleStep step, Progress progress) {
        return step.match(
                put -> writes.rootFields(
                        new RoleOf(put.role(), put.component()), put.rootFields(), put.lasting(), progress),
                again -> writes.rootFieldsAgain(
                        new UnsettledRole(new RoleOf(again.role(), again.component()), again.call()),
                        again.rootFields(),
                        progress),
                put -> writes.people(
                        new RoleOf(put.role(), put.component()), new Wish(put.asked(), put.locked()), progress),
                again -> writes.newest(new RoleOf(again.role(), again.component()), progress));
    }

    private static Outcome<Change> isOthers(HasuraStep step) {
        throw new IllegalStateException("Hasura carries out " + step.describe());
    }
}
