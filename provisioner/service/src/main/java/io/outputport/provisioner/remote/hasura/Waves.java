package io.outputport.provisioner.remote.hasura;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.ProblemCode;
import io.outputport.provisioner.outcome.Progress;
import io.outputport.provisioner.outcome.Severity;
import io.outputport.provisioner.plan.PortChange;
import io.outputport.provisioner.plan.PortChange.Edits;
import io.outputport.provisioner.reconcile.Change;
import io.outputport.provisioner.remote.hasura.entry.EntryStore;
import io.outputport.provisioner.remote.hasura.entry.Verdict;
import java.time.Duration;
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

    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_POLLS = 120;

    private final EntryStore entries;
    private final SharedExport export;
    private final Aftermath aftermath;
    private final Runnable signal;
    private final Pause pause;

    /** @param signal tells the writer of this process that there is work */
    Waves(EntryStore entries, SharedExport export, Aftermath aftermath, Runnable signal, Pause pause) {
        this.entries = entries;
        this.export = export;
        this.aftermath = aftermath;
        this.signal = signal;
        this.pause = pause;
    }

    Outcome<Change> bringAbout(PortChange change, Progress progress) {
        try {
            return entries.takeVerdict(change)
                    .map(verdict -> tell(verdict, progress))
                    .orElseGet(() -> entries.isUnderWay(change) ? turn() : compare(change));
        } catch (JdbiException unavailable) {
            LOG.warn("What waits for Hasura could not be read or stored.", unavailable);
            return Outcome.later(
                    AGAIN,
                    Problem.of(
                            HasuraProblems.ENTRIES_UNAVAILABLE,
                            "The provisioner's own database does not answer as it should."));
        }
    }

    /** Where nothing differs, nothing is written, and nobody is waited for. */
    private Outcome<Change> compare(PortChange change) {
        return export.get()
                .then(document -> change.edits(document.actual()))
                .then(edits -> edits.edits().isEmpty() ? nothingToWrite(change, edits) : join(change));
    }

    private Outcome<Change> nothingToWrite(PortChange change, Edits edits) {
        return entries.withdraw(change.identity().component()) ? aftermath.ofNothingWritten(change, edits) : turn();
    }

    private Outcome<Change> join(PortChange change) {
        entries.put(change);
        return turn();
    }

    private Outcome<Change> turn() {
        signal.run();
        return Outcome.later(
                AT_LEAST_EVERY,
                Problem.of(
                        ProblemCode.WAITING,
                        "Waits for the next write to Hasura, which is one for all ports that wait."));
    }

    private static Outcome<Change> tell(Verdict verdict, Progress progress) {
        verdict.notes().forEach(note -> progress.report(Severity.WARNING, "hasura", note));
        return verdict.outcome();
    }

    /** What is being written is waited for a while, so that what its task leaves is judged by what is there. */
    void withdraw(String component) {
        try {
            for (int poll = 0; poll < MOST_POLLS && !entries.withdraw(component) && pause.of(POLL); poll++) {
                LOG.debug("The change of {} is being written.", component);
            }
        } catch (JdbiException unavailable) {
            LOG.warn("The change of {} could not be taken back.", component, unavailable);
        }
    }
}
