package io.outputport.provisioner.remote.hasura;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.Progress;
import io.outputport.provisioner.outcome.Severity;
import io.outputport.provisioner.plan.ActualMetadata;
import io.outputport.provisioner.plan.MetadataEdit;
import io.outputport.provisioner.plan.PortChange;
import io.outputport.provisioner.plan.PortChange.Edits;
import io.outputport.provisioner.plan.PortChange.Place;
import io.outputport.provisioner.plan.Restoration;
import io.outputport.provisioner.plan.WantedPort;
import io.outputport.provisioner.reconcile.Change;
import io.outputport.provisioner.transport.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at what a write left behind, since a 200 proves nothing: our table may be inconsistent, our source dead, or
 * somebody else's source broken by the introspection that every replace brings.
 */
final class Aftermath {
    private static final int MOST_RELOADS = 3;
    private static final int MOST_RESTORES = 5;
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final HasuraClient hasura;

    Aftermath(HasuraClient hasura) {
        this.hasura = hasura;
    }

    /** @param known what was inconsistent before the write; it is not ours to judge */
    Outcome<Change> ofWrite(Edits edits, ActualMetadata before, Inconsistency known, Progress progress) {
        return hasura.inconsistentObjects().map(Inconsistency::new).then(now -> {
            String ours = edits.place().map(Place::source).orElse("");
            healOthers(now.since(known).sourcesOtherThan(ours), progress);
            Optional<String> broken = edits.place().flatMap(now::ofTable);
            Optional<String> dead = edits.place().flatMap(place -> now.ofSource(place.source()));
            if (dead.isPresent()) {
                return sourceIsDead(ours, dead.get());
            }
            return broken.map(reason -> putBack(edits.edits(), before, reason, progress))
                    .orElseGet(() -> end(edits, Change.CHANGED));
        });
    }

    /** Nothing to write; but Hasura may know an older table, or have lost the source since. */
    Outcome<Change> ofNothingWritten(PortChange change, Edits edits) {
        if (edits.place().isEmpty()) {
            return end(edits, Change.UNCHANGED);
        }
        Place place = edits.place().get();
        return isAsKnown(change.wanted().orElseThrow(), place)
                .then(asKnown -> asKnown
                        ? Outcome.done(Change.UNCHANGED)
                        : hasura.reload(place.source())
                                .then(done -> judge(place))
                                .map(done -> Change.CHANGED));
    }

    private Outcome<Boolean> isAsKnown(WantedPort port, Place place) {
        return hasura.inconsistentObjects().map(Inconsistency::new).then(now -> {
            boolean broken =
                    now.ofSource(place.source()).or(() -> now.ofTable(place)).isPresent();
            return broken
                    ? Outcome.done(false)
                    : hasura.columns(port.dialect().operationPrefix(), place.source(), place.tableName())
                            .map(columns -> columns.map(known -> known.equals(
                                            Set.copyOf(port.columns().real())))
                                    .orElse(true));
        });
    }

    private Outcome<Boolean> judge(Place place) {
        return hasura.inconsistentObjects().map(Inconsistency::new).then(now -> {
            Optional<String> dead = now.ofSource(place.source());
            Optional<String> broken = now.ofTable(place);
            if (dead.isPresent()) {
                return sourceIsDead(place.source(), dead.get());
            }
            return broken.<Outcome<Boolean>>map(reason -> Outcome.stopped(inconsistent(reason)))
                    .orElseGet(() -> Outcome.done(true));
        });
    }

    private static <T> Outcome<T> sourceIsDead(String source, String reason) {
        return Outcome.later(
                AGAIN,
                Problem.of(
                        HasuraProblems.INCONSISTENT,
                        "Hasura cannot use source " + source + " at the moment: " + reason));
    }

    private static Problem inconsistent(String reason) {
        return Problem.of(HasuraProblems.INCONSISTENT, "Hasura cannot serve the table: " + reason);
    }

    private static Outcome<Change> end(Edits edits, Change change) {
        return edits.afterwards().isEmpty() ? Outcome.done(change) : Outcome.stopped(edits.afterwards());
    }

    private void healOthers(Set<String> sources, Progress progress) {
        for (String source : sources) {
            for (int reload = 0; reload < MOST_RELOADS && isDead(source); reload++) {
                hasura.reload(source);
            }
            String now = isDead(source) ? "and still is, though it was reloaded." : "and works again after a reload.";
            progress.report(
                    Severity.WARNING,
                    "hasura",
                    "Source " + source + " of others was broken by the look that Hasura took at every source, " + now);
        }
    }

    private boolean isDead(String source) {
        return hasura.inconsistentObjects()
                .map(Inconsistency::new)
                .match(now -> now.ofSource(source).isPresent(), (after, why) -> false, why -> false);
    }

    private Outcome<Change> putBack(List<MetadataEdit> edits, ActualMetadata before, String reason, Progress progress) {
        for (int race = 0; race < MOST_RESTORES; race++) {
            Outcome<Integer> status =
                    hasura.export().map(document -> status(hasura.replace(document, Restoration.of(edits, before))));
            boolean restored = status.match(code -> code == 200, (after, why) -> false, why -> false);
            if (restored) {
                progress.report(Severity.WARNING, "hasura", "Put back to what it was before.");
                return Outcome.stopped(inconsistent(reason));
            }
        }
        return Outcome.later(AGAIN, inconsistent(reason));
    }

    private static int status(Reply reply) {
        return reply instanceof Reply.Answer answer ? answer.status() : 0;
    }
}
