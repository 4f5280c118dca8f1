package io.outputport.provisioner.hasura;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.hasura.drift.UnservedTables;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.HasuraProblems;
import io.outputport.provisioner.hasura.metadata.Inconsistency;
import io.outputport.provisioner.hasura.metadata.MetadataDocument;
import io.outputport.provisioner.hasura.metadata.Pause;
import io.outputport.provisioner.hasura.plan.Actual;
import io.outputport.provisioner.hasura.plan.HasuraStep;
import io.outputport.provisioner.hasura.plan.PortChange;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.remote.Remote;
import io.outputport.provisioner.hasura.remote.TrackedTables;
import io.outputport.provisioner.hasura.remote.Visibility;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Hasura as the reconciler knows it. */
final class Hasura implements Remote, Visibility, TrackedTables {
    private static final int MOST_LOOKS = 4;
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LATE_NODE = Duration.ofSeconds(3);

    private final HasuraClient client;
    private final Waves waves;
    private final Patience patience;
    private final Pause pause;

    Hasura(HasuraClient client, Waves waves, Patience patience, Pause pause) {
        this.client = client;
        this.waves = waves;
        this.patience = patience;
        this.pause = pause;
    }

    @Override
    public Outcome<Actual> read(PortIdentity port, Actual soFar) {
        return client.export().map(document -> {
            client.keepRecent(document);
            return soFar.withMetadata(document.actual());
        });
    }

    @Override
    public Outcome<ActualMetadata> metadata() {
        return client.export().map(MetadataDocument::actual);
    }

    @Override
    public Outcome<UnservedTables> unserved() {
        return client.inconsistentObjects().map(objects -> {
            Inconsistency now = new Inconsistency(objects);
            return (source, table) -> now.ofTable(new PortChange.Place(source, table, ""));
        });
    }

    @Override
    public Outcome<String> withdraw(String component) {
        return waves.withdraw(component);
    }

    @Override
    public boolean carriesOut(HasuraStep step) {
        return step instanceof HasuraStep.ChangeHasura || step instanceof HasuraStep.Confirm;
    }

    @Override
    public Outcome<Change> apply(HasuraStep step, Progress progress) {
        return step instanceof HasuraStep.Confirm confirm
                ? confirm(confirm, progress)
                : waves.bringAbout((HasuraStep.ChangeHasura) step, progress);
    }

    @Override
    public Outcome<Optional<Set<String>>> rootFields(String role, boolean streams) {
        return client.fields(role, "query_root")
                .then(queries -> streams
                        ? client.fields(role, "subscription_root").map(fields -> both(queries, fields))
                        : Outcome.done(queries));
    }

    /**
     * A Hasura of several nodes shows a change on each of them a while after it was written. A short while is waited for
     * here, a longer one without a thread.
     */
    private Outcome<Change> confirm(HasuraStep.Confirm wanted, Progress progress) {
        Outcome<Optional<Set<String>>> missing = missing(wanted);
        Duration wait = FIRST_WAIT;
        for (int look = 1; look < MOST_LOOKS && isIncomplete(missing) && pause.of(wait); look++) {
            missing = missing(wanted);
            wait = wait.multipliedBy(2);
        }
        return missing.then(fields -> judge(wanted, fields, progress));
    }

    private static boolean isIncomplete(Outcome<Optional<Set<String>>> missing) {
        return missing.match(
                fields -> fields.filter(names -> !names.isEmpty()).isPresent(), (a, b) -> false, p -> false);
    }

    private Outcome<Change> judge(HasuraStep.Confirm wanted, Optional<Set<String>> missing, Progress progress) {
        if (missing.isEmpty()) {
            progress.report(
                    Severity.WARNING,
                    wanted.phase(),
                    "Role " + wanted.role() + " may not ask Hasura for its schema, so only consistency was checked.");
        }
        if (missing.filter(names -> !names.isEmpty()).isEmpty()) {
            patience.ended(wanted.role());
            return Outcome.done(missing.isEmpty() ? Change.UNCHANGED : Change.CHANGED);
        }
        String sentence = "Hasura does not show role " + wanted.role() + " yet: "
                + String.join(", ", new TreeSet<>(missing.get())) + ".";
        if (patience.lasts(wanted.role())) {
            return Outcome.waiting(LATE_NODE, sentence);
        }
        patience.ended(wanted.role());
        return Outcome.stopped(Problem.of(HasuraProblems.NOT_VISIBLE, sentence));
    }

    /** What the role does not see yet; done and empty when it may not ask. */
    private Outcome<Optional<Set<String>>> missing(HasuraStep.Confirm wanted) {
        return missing(wanted.role(), "query_root", wanted.queryFields())
                .then(queries -> missing(wanted.role(), "subscription_root", wanted.subscriptionFields())
                        .map(streams -> both(queries, streams)));
    }

    private Outcome<Optional<Set<String>>> missing(String role, String rootType, Set<String> wanted) {
        if (wanted.isEmpty()) {
            return Outcome.done(Optional.of(Set.of()));
        }
        return client.fields(role, rootType)
                .map(fields -> fields.map(seen -> {
                    Set<String> rest = new HashSet<>(wanted);
                    rest.removeAll(seen);
                    return rest;
                }));
    }

    /** Empty when either is. */
    private static Optional<Set<String>> both(Optional<Set<String>> some, Optional<Set<String>> more) {
        return some.flatMap(names -> more.map(others -> {
            Set<String> all = new HashSet<>(names);
            all.addAll(others);
            return all;
        }));
    }
}
