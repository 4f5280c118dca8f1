package io.outputport.provisioner.remote.hasura;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.outcome.Problem;
import io.outputport.provisioner.outcome.Progress;
import io.outputport.provisioner.outcome.Severity;
import io.outputport.provisioner.plan.ActualMetadata;
import io.outputport.provisioner.plan.PortChange;
import io.outputport.provisioner.plan.PortChange.Edits;
import io.outputport.provisioner.reconcile.Change;
import io.outputport.provisioner.transport.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Brings a port's part of the metadata to what is wanted: read, work out, write with the version that was read; when
 * somebody else was faster, all of it again. One write at a time, since parallel ones only make each other lose.
 */
final class MetadataWriter {
    private static final int MOST_RACES = 10;
    private static final Duration POLL = Duration.ofSeconds(1);

    private final HasuraClient hasura;
    private final Aftermath aftermath;
    private final Duration writeTimeout;
    private final Pause pause;
    private final RandomGenerator random;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    MetadataWriter(
            HasuraClient hasura, Aftermath aftermath, Duration writeTimeout, Pause pause, RandomGenerator random) {
        this.hasura = hasura;
        this.aftermath = aftermath;
        this.writeTimeout = writeTimeout;
        this.pause = pause;
        this.random = random;
    }

    Outcome<Change> bringAbout(PortChange change, Progress progress) {
        oneAtATime.lock();
        try {
            for (int race = 0; race < MOST_RACES; race++) {
                Optional<Outcome<Change>> end = attempt(change, progress);
                if (end.isPresent()) {
                    return end.get();
                }
                if (!pause.of(Duration.ofMillis(random.nextLong(50, 100L * (race + 1) + 51)))) {
                    break;
                }
            }
            return Outcome.later(
                    Duration.ofSeconds(2),
                    Problem.of(
                            HasuraProblems.BUSY, "Somebody else keeps changing Hasura's metadata at the same time."));
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Empty when the race was lost and it is to be worked out again. */
    private Optional<Outcome<Change>> attempt(PortChange change, Progress progress) {
        return hasura.export()
                .then(document -> change.edits(document.actual()).map(edits -> new Draft(document, edits)))
                .match(
                        draft -> draft.edits().edits().isEmpty()
                                ? Optional.of(aftermath.ofNothingWritten(change, draft.edits()))
                                : write(change, draft, progress),
                        (after, problem) -> Optional.of(Outcome.later(after, problem)),
                        problems -> Optional.of(Outcome.stopped(problems)));
    }

    private record Draft(MetadataDocument document, Edits edits) {}

    private Optional<Outcome<Change>> write(PortChange change, Draft draft, Progress progress) {
        Outcome<Inconsistency> before = hasura.inconsistentObjects().map(Inconsistency::new);
        if (!(before instanceof Outcome.Done<Inconsistency> known)) {
            return Optional.of(before.map(never -> Change.UNCHANGED));
        }
        Supplier<Outcome<Change>> end =
                () -> aftermath.ofWrite(draft.edits(), draft.document().actual(), known.value(), progress);
        Reply reply = hasura.replace(draft.document(), draft.edits().edits());
        if (reply instanceof Reply.Silence silence) {
            if (!silence.timedOut()) {
                return Optional.of(HasuraProblems.silent(silence));
            }
            return waitForTheBuild(change, draft, progress) ? Optional.of(end.get()) : Optional.empty();
        }
        Reply.Answer answer = (Reply.Answer) reply;
        if (answer.status() == 409) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            return Optional.of(HasuraProblems.unsuccessful(answer));
        }
        return Optional.of(end.get());
    }

    /**
     * The write may still take effect. Whatever else shows then, the next attempt starts from it; and when it sends the
     * same again, it does so with the same version, so that at most one of the two can win.
     *
     * @return whether the metadata now holds the change; else it holds another one, or the wait is over
     */
    private boolean waitForTheBuild(PortChange change, Draft draft, Progress progress) {
        progress.report(
                Severity.WARNING,
                "hasura",
                "Hasura did not answer in time and may still be building its schema; waiting.");
        long version = draft.document().actual().resourceVersion();
        for (Duration waited = Duration.ZERO; waited.compareTo(writeTimeout) < 0; waited = waited.plus(POLL)) {
            Outcome<ActualMetadata> now = hasura.export().map(MetadataDocument::actual);
            boolean moved = now.match(seen -> seen.resourceVersion() != version, (after, why) -> false, why -> true);
            if (moved) {
                return now.match(seen -> isThere(change, seen), (after, why) -> false, why -> false);
            }
            if (!pause.of(POLL)) {
                break;
            }
        }
        return false;
    }

    private static boolean isThere(PortChange change, ActualMetadata metadata) {
        return change.edits(metadata).match(edits -> edits.edits().isEmpty(), (after, why) -> false, why -> false);
    }
}
