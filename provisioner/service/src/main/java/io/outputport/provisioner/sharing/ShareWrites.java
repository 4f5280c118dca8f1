package io.outputport.provisioner.sharing;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.port.people.People;
import io.outputport.provisioner.port.plan.Change;
import io.outputport.provisioner.register.AccessLedger.RoleOf;
import io.outputport.provisioner.register.AccessLedger.Wish;
import io.outputport.provisioner.register.AccessWrites;
import io.outputport.provisioner.sharing.plan.SharePlans;
import io.outputport.provisioner.sharing.plan.SharingStep;
import io.outputport.provisioner.sharing.plan.SharingStep.PutShare;
import io.outputport.provisioner.sharing.plan.SharingStep.RemoveShare;
import io.outputport.provisioner.sharing.server.SharingClient;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Carries steps out. Each reads before it writes, and writes on the condition that nobody else has meanwhile. */
record ShareWrites(SharingClient client, AccessWrites access) {
    Outcome<Change> apply(SharingStep step) {
        return step.match(
                this::put,
                put -> access.people(
                        role(put.shares(), put.component()),
                        new Wish(put.asked(), put.locked()),
                        people -> grant(put.shares(), people)),
                again ->
                        access.newest(role(again.shares(), again.component()), people -> grant(again.shares(), people)),
                this::remove);
    }

    private static RoleOf role(List<String> shares, String component) {
        return new RoleOf(shares.get(0), component);
    }

    private Outcome<Change> put(PutShare step) {
        return client.share(step.wanted().name()).then(held -> {
            Optional<Problem> taken =
                    held.filter(share -> !step.owner().owns(share)).map(SharePlans::taken);
            if (taken.isPresent()) {
                return Outcome.stopped(taken.get());
            }
            return held.filter(share -> share.is(step.wanted())).isPresent()
                    ? Outcome.done(Change.UNCHANGED)
                    : client.put(step.wanted(), held);
        });
    }

    private Outcome<Change> remove(RemoveShare step) {
        return client.share(step.share())
                .then(held -> held.filter(step.owner()::owns)
                        .map(client::remove)
                        .orElseGet(() -> Outcome.done(Change.UNCHANGED)));
    }

    /** The shares of a port in turn; nothing is written where a share's grants are these people already. */
    private Outcome<Change> grant(List<String> shares, People people) {
        Outcome<Change> all = Outcome.done(Change.UNCHANGED);
        for (String share : shares) {
            all = all.then(before -> grant(share, people).map(change -> before == Change.CHANGED ? before : change));
        }
        return all;
    }

    private Outcome<Change> grant(String share, People people) {
        return client.grants(share)
                .then(held -> held.map(names -> isSame(names, people)
                                ? Outcome.done(Optional.of(Change.UNCHANGED))
                                : client.grant(share, people.refs()))
                        .orElseGet(() -> Outcome.done(Optional.empty())))
                .then(change -> change.map(Outcome::done).orElseGet(() -> missing(share, people)));
    }

    /** Nobody may read a share that is gone, which is well where nobody is to. */
    private static Outcome<Change> missing(String share, People people) {
        return people.isNobody() ? Outcome.done(Change.UNCHANGED) : Outcome.stopped(SharePlans.gone(share));
    }

    static boolean isSame(List<String> names, People people) {
        return new HashSet<>(names).equals(new HashSet<>(people.refs()));
    }
}
