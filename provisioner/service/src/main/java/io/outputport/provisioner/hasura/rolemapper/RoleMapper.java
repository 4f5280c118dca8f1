package io.outputport.provisioner.hasura.rolemapper;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
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
        return step instanceof HasuraStep.PutRole
                || step instanceof HasuraStep.RepeatRole
                || step instanceof HasuraStep.PutAccess
                || step instanceof HasuraStep.RepeatAccess;
    }

    @Override
    public Outcome<Change> apply(HasuraStep step, Progress progress) {
        if (step instanceof HasuraStep.PutRole put) {
            return writes.rootFields(
                    new RoleOf(put.role(), put.component()), put.rootFields(), put.lasting(), progress);
        }
        if (step instanceof HasuraStep.RepeatRole again) {
            return writes.rootFieldsAgain(
                    new UnsettledRole(new RoleOf(again.role(), again.component()), again.call()),
                    again.rootFields(),
                    progress);
        }
        if (step instanceof HasuraStep.RepeatAccess again) {
            return writes.newest(new RoleOf(again.role(), again.component()), progress);
        }
        HasuraStep.PutAccess put = (HasuraStep.PutAccess) step;
        return writes.people(new RoleOf(put.role(), put.component()), new Wish(put.asked(), put.locked()), progress);
    }
}
