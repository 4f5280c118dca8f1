package io.outputport.provisioner.hasura.remote;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.trace.Phase;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.port.plan.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** All systems that a port is set up in, in the order in which they are asked. */
public record Systems(List<Remote> remotes) {
    public Systems {
        remotes = List.copyOf(remotes);
    }

    public Outcome<Actual> read(PortIdentity port) {
        return read(remotes, (remote, soFar) -> remote.read(port, soFar));
    }

    /** @param since of work that was asked for then and has not failed: see {@link Remote#read(PortIdentity, Actual, Instant)} */
    public Outcome<Actual> read(PortIdentity port, Optional<Instant> since) {
        return since.map(then -> read(remotes, (remote, soFar) -> remote.read(port, soFar, then)))
                .orElseGet(() -> read(port));
    }

    /** Reads only who may use the port, whether or not the other systems answer. */
    public Outcome<Actual> readAccess(PortIdentity port) {
        List<Remote> deciding = remotes.stream().filter(Remote::decidesAccess).toList();
        return read(deciding, (remote, soFar) -> remote.read(port, soFar));
    }

    @SuppressWarnings("try") // The phase is there to be closed.
    private static Outcome<Actual> read(List<Remote> remotes, BiFunction<Remote, Actual, Outcome<Actual>> reading) {
        try (Phase phase = Phase.of("read")) {
            Outcome<Actual> actual = Outcome.done(Actual.NOTHING_READ);
            for (Remote remote : remotes) {
                actual = actual.then(soFar -> reading.apply(remote, soFar));
            }
            return actual;
        }
    }

    public Outcome<Change> apply(HasuraStep step, Progress progress) {
        return remotes.stream()
                .filter(remote -> remote.carriesOut(step))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no remote carries out " + step.getClass()))
                .apply(step, progress);
    }

    /** See {@link Remote#withdraw}. */
    public Outcome<String> withdraw(String component) {
        Outcome<String> all = Outcome.done(component);
        for (Remote remote : remotes) {
            all = all.then(remote::withdraw);
        }
        return all;
    }
}
