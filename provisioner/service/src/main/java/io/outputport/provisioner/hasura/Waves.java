package io.outputport.provisioner.hasura;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.outcome.Progress;
import io.outputport.foundation.outcome.Severity;
import io.outputport.provisioner.hasura.confirm.Confirmation;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.HasuraProblems;
import io.outputport.provisioner.hasura.plan.HasuraStep.ChangeHasura;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.MetadataChange.Edits;
import io.outputport.provisioner.hasura.wave.aftermath.Aftermath;
import io.outputport.provisioner.hasura.wave.entry.EntryStore;
import io.outputport.provisioner.hasura.wave.entry.EntryStore.Continued;
import io.outputport.provisioner.hasura.wave.entry.WriteVerdict;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A task's side of the waves: it leaves its change for the writer and frees its thread; when it runs again, the verdict is
 * there.
 */
final class Waves {
    private static final Logger LOG = LoggerFactory.getLogger(Waves.class);
    /** The writer wakes the task; this is for the case that its word gets lost. */
    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(30);
    /** Shorter than the writer rests after it has lost its races, which is when a change can be taken back. */
    private static final Duration OUT_OF_TIME_EVERY = Duration.ofMillis(500);

    private static final Duration END_OF_WRITE = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final WriteVerdict OUT_OF_TIME = new WriteVerdict(
            Outcome.later(
                    Duration.ZERO,
                    Problem.of(
                            HasuraProblems.BUSY,
                            "Hasura was busy with an earlier write until this task had no time left to wait.",
                            "If its schema builds take that long, raise RETRY_BUDGET.")),
            List.of());

    private final EntryStore entries;
    private final HasuraClient hasura;
    private final Aftermath aftermath;
    private final Confirmation confirmation;
    private final Runnable signal;
    /** What the last try of each port came to that did not succeed: who then has no time left is told that. */
    private final Map<String, WriteVerdict> troubles = new ConcurrentHashMap<>();

    /** @param signal tells the writer of this process that there is work */
    Waves(EntryStore entries, HasuraClient hasura, Aftermath aftermath, Confirmation confirmation, Runnable signal) {
        this.entries = entries;
        this.hasura = hasura;
        this.aftermath = aftermath;
        this.confirmation = confirmation;
        this.signal = signal;
    }

    Outcome<Change> bringAbout(ChangeHasura step, Progress progress) {
        MetadataChange change = step.change();
        try {
            return entries.takeVerdict(change)
                    .map(verdict -> tell(change, verdict, progress))
                    .orElseGet(() -> entries.isUnderWay(change) ? turn(change, progress) : begin(step, progress));
        } catch (JdbiException unavailable) {
            return unavailable(unavailable);
        }
    }

    private static <T> Outcome<T> unavailable(JdbiException unavailable) {
        LOG.warn("What waits for Hasura could not be read or stored.", unavailable);
        return Outcome.later(
                AGAIN,
                Problem.of(
                        HasuraProblems.ENTRIES_UNAVAILABLE,
                        "The provisioner's own database does not answer as it should."));
    }

    /** Where nothing differs, nothing is written, and nobody is waited for. What the plan has just read is not read again. */
    private Outcome<Change> begin(ChangeHasura step, Progress progress) {
        if (step.differs()) {
            return join(step, progress);
        }
        MetadataChange change = step.change();
        return hasura.takeRecent()
                .map(Outcome::done)
                .orElseGet(hasura::export)
                .then(document -> change.edits(document.actual()))
                .then(edits -> edits.edits().isEmpty() ? nothingToWrite(change, edits) : join(step, progress));
    }

    private Outcome<Change> nothingToWrite(MetadataChange change, Edits edits) {
        if (!entries.withdraw(change.identity().component())) {
            return waiting(AT_LEAST_EVERY);
        }
        return confirmation.isServed(change)
                ? Outcome.done(Change.UNCHANGED)
                : aftermath.ofNothingWritten(change, edits);
    }

    private Outcome<Change> join(ChangeHasura step, Progress progress) {
        entries.put(step.change(), step.rest());
        return turn(step.change(), progress);
    }

    /** Whoever has no time left takes the change back, unless it is being written: that has an end of its own. */
    private Outcome<Change> turn(MetadataChange change, Progress progress) {
        signal.run();
        Duration left = progress.timeLeft().orElse(AT_LEAST_EVERY);
        if (left.isZero() || left.isNegative()) {
            String component = change.identity().component();
            return entries.giveUp(change, troubles.getOrDefault(component, OUT_OF_TIME))
                    .map(verdict -> tell(change, verdict, progress))
                    .orElseGet(() -> waiting(OUT_OF_TIME_EVERY));
        }
        return waiting(left.compareTo(AT_LEAST_EVERY) < 0 ? left : AT_LEAST_EVERY);
    }

    private static Outcome<Change> waiting(Duration longest) {
        return Outcome.waiting(longest, "Waits for the next write to Hasura, which is one for all ports that wait.");
    }

    private Outcome<Change> tell(MetadataChange change, WriteVerdict verdict, Progress progress) {
        String component = change.identity().component();
        boolean trouble = verdict.outcome().match(done -> false, (after, problem) -> true, stopped -> false);
        if (trouble) {
            troubles.put(component, new WriteVerdict(verdict.outcome(), List.of()));
        } else {
            troubles.remove(component);
        }
        verdict.notes().forEach(note -> progress.report(Severity.WARNING, "hasura", note));
        return verdict.outcome();
    }

    /** What the component's task has waited for, with what follows it. */
    Outcome<Optional<Continued>> continued(String component) {
        try {
            return Outcome.done(entries.continued(component));
        } catch (JdbiException unavailable) {
            return unavailable(unavailable);
        }
    }

    /** What is being written is waited for, so that what its task leaves is judged by what is there. */
    Outcome<String> withdraw(String component) {
        troubles.remove(component);
        try {
            return entries.withdraw(component)
                    ? Outcome.done(component)
                    : Outcome.waiting(
                            END_OF_WRITE, "Hasura is just being written to for this task; waits for the end of that.");
        } catch (JdbiException unavailable) {
            return unavailable(unavailable);
        }
    }
}
