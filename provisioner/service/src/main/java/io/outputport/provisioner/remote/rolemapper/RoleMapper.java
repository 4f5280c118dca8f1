package io.outputport.provisioner.remote.rolemapper;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Progress;
import io.outputport.provisioner.plan.Actual;
import io.outputport.provisioner.plan.PortIdentity;
import io.outputport.provisioner.plan.Step;
import io.outputport.provisioner.reconcile.Change;
import io.outputport.provisioner.reconcile.Remote;
import java.util.Optional;

/** Reads and writes roles. Every PUT is a full replacement, so repeating one does no harm. */
final class RoleMapper implements Remote {
    private final RoleMapperClient client;

    RoleMapper(RoleMapperClient client) {
        this.client = client;
    }

    @Override
    public Outcome<Actual> read(PortIdentity port, Actual soFar) {
        return client.roleOf(port.component())
                .then(role -> owner(port, role).map(owner -> soFar.withRole(role, owner)));
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
    public boolean carriesOut(Step step) {
        return step instanceof Step.PutRole || step instanceof Step.PutAccess;
    }

    @Override
    public Outcome<Change> apply(Step step, Progress progress) {
        if (step instanceof Step.PutRole put) {
            return client.putRole(put.role(), put.component(), put.rootFields()).map(echo -> Change.CHANGED);
        }
        Step.PutAccess put = (Step.PutAccess) step;
        return client.putUsers(put.role(), put.users())
                .then(users -> client.putGroups(put.role(), put.groups()))
                .map(echo -> Change.CHANGED);
    }
}
