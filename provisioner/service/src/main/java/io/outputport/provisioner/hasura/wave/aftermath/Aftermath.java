package io.outputport.provisioner.hasura.wave.aftermath;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.HasuraProblems;
import io.outputport.provisioner.hasura.metadata.Inconsistency;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.MetadataChange.Edits;
import io.outputport.provisioner.hasura.plan.MetadataChange.TrackedPlace;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.wave.ForeignFault;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at what one port has in Hasura, since a 200 proves nothing: its table may be inconsistent, or its source dead. */
public final class Aftermath {
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final HasuraClient hasura;

    public Aftermath(HasuraClient hasura) {
        this.hasura = hasura;
    }

    public Outcome<Inconsistency> look() {
        return hasura.inconsistentObjects().map(Inconsistency::new);
    }

    /** Nothing to write; but Hasura may know an older table, or have lost the source since. */
    public Outcome<Change> ofNothingWritten(MetadataChange change, Edits edits) {
        if (edits.place().isEmpty()) {
            return end(edits, Change.UNCHANGED);
        }
        TrackedPlace place = edits.place().get();
        return look().then(now -> isServed(now, place) ? isAsKnown(change, place) : Outcome.done(false))
                .then(asKnown -> asKnown
                        ? Outcome.done(Change.UNCHANGED)
                        : lookedAtAgain(change, place)
                                .then(done -> look())
                                .then(now -> judge(now, edits))
                                .map(done -> Change.CHANGED));
    }

    /** A name of others that GraphQL forbids has Hasura refuse this, too; that passes. */
    private Outcome<JsonNode> lookedAtAgain(MetadataChange change, TrackedPlace place) {
        return hasura.reload(place.source())
                .match(
                        Outcome::done,
                        Outcome::later,
                        problems -> ForeignFault.in(problems.get(0).message(), List.of(change))
                                .map(fault -> Outcome.<JsonNode>later(
                                        AGAIN, HasuraProblems.brokenByOthers(fault.name(), Optional.empty())))
                                .orElseGet(() -> Outcome.stopped(problems)));
    }

    private static boolean isServed(Inconsistency now, TrackedPlace place) {
        return now.ofSource(place.source()).or(() -> now.ofTable(place)).isEmpty();
    }

    /** Whether Hasura knows the columns that the table really has; nothing is said of a port that is to go. */
    public Outcome<Boolean> isAsKnown(MetadataChange change, TrackedPlace place) {
        WantedPort port = change.wanted().orElseThrow();
        return hasura.columns(port.dialect().operationPrefix(), place.source(), place.tableName())
                .map(columns -> columns.map(
                                known -> known.equals(Set.copyOf(port.columns().real())))
                        .orElse(true));
    }

    /** Later while the whole source does not work, stopped when only the port's own table does not. */
    public static Outcome<Change> judge(Inconsistency now, Edits edits) {
        Optional<TrackedPlace> place = edits.place();
        Optional<String> dead = place.flatMap(where -> now.ofSource(where.source()));
        if (dead.isPresent()) {
            return Outcome.later(
                    AGAIN,
                    Problem.of(
                            HasuraProblems.INCONSISTENT,
                            "Hasura cannot use source " + place.orElseThrow().source() + " at the moment: "
                                    + dead.get()));
        }
        return place.flatMap(now::ofTable)
                .<Outcome<Change>>map(reason -> Outcome.stopped(
                        Problem.of(HasuraProblems.INCONSISTENT, "Hasura cannot serve the table: " + reason)))
                .orElseGet(() -> end(edits, Change.CHANGED));
    }

    private static Outcome<Change> end(Edits edits, Change change) {
        return edits.afterwards().isEmpty() ? Outcome.done(change) : Outcome.stopped(edits.afterwards());
    }
}
