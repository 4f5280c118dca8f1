package io.outputport.provisioner.hasura.wave.write;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.transport.Reply;
import io.outputport.provisioner.hasura.metadata.HasuraProblems;
import io.outputport.provisioner.hasura.metadata.Inconsistency;
import io.outputport.provisioner.hasura.metadata.OwnAnswer;
import io.outputport.provisioner.hasura.metadata.document.MetadataDocument;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.wave.ForeignFault;
import io.outputport.provisioner.hasura.wave.WriteChoice;
import io.outputport.provisioner.hasura.wave.WritePolicy;
import io.outputport.provisioner.hasura.wave.WriteWay;
import io.outputport.provisioner.hasura.wave.entry.Claimed;
import io.outputport.provisioner.hasura.wave.write.WaveMembers.Member;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One group on its way; each {@link #go} starts from what Hasura then holds. */
final class WriteAttempt {
    /** In which those that have no time left take their changes back. */
    private static final Duration REST_AFTER_RACES = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(WaveWrite.class);
    private static final int MOST_BLIND_LOOKS = 5;
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final WaveWrite write;
    private final Settling settling;
    private final long begun = System.nanoTime();
    private List<Claimed> left;
    private WriteChoice choice;
    private boolean isRecent;
    /** Of the document that was written last. */
    private long version;

    private Duration lastWrite = Duration.ZERO;
    /** Before the first write of ours that may have taken effect, in this process or in one that died. */
    private Optional<Set<String>> deadBefore = Optional.empty();
    /** Why Hasura could not be asked what became of such a write. */
    private Optional<Problem> unseen = Optional.empty();

    private int blindLooks;
    /** What Hasura, or somebody in its place, said to have written, and what else it would be. */
    private Optional<Sent> sent = Optional.empty();

    WriteAttempt(WaveWrite write, List<Claimed> group, Settling settling) {
        this.write = write;
        this.choice = write.ways.choice();
        this.left = group;
        this.settling = settling;
        if (group.stream().anyMatch(entry -> !entry.previous().isEmpty())) {
            deadBefore = Optional.of(Set.copyOf(write.entries.deadBefore()));
        }
    }

    /**
     * What a task has read for its plan a moment ago does for a first write: Hasura refuses it if somebody wrote since.
     * A verdict without a write is given on what was read just now only.
     */
    WriteResult go() {
        Optional<MetadataDocument> recent = deadBefore.isEmpty() ? write.hasura.takeRecent() : Optional.empty();
        isRecent = recent.isPresent();
        return recent.map(Outcome::done)
                .orElseGet(write.hasura::export)
                .then(document -> inconsistent(document).map(now -> write(document, now)))
                .match(result -> result, this::unanswered, problems -> over(Outcome.stopped(problems)));
    }

    /** The answer to a write of the whole document says it already. */
    private Outcome<Inconsistency> inconsistent(MetadataDocument document) {
        return sent.flatMap(write -> write.inconsistent(document.actual().resourceVersion()))
                .map(Outcome::done)
                .orElseGet(() -> write.hasura.inconsistentObjects().map(Inconsistency::new));
    }

    /** Where a write may be under way, its end is not left to chance; but nor is it waited for without end. */
    private WriteResult unanswered(Duration after, Problem problem) {
        if (deadBefore.isEmpty() || ++blindLooks > MOST_BLIND_LOOKS) {
            return over(Outcome.later(after, problem));
        }
        unseen = Optional.of(problem);
        write.ways.pause().of(after.compareTo(NEXT_TRY) < 0 ? after : NEXT_TRY);
        return new WriteResult.Again();
    }

    /** Who loses races waits on, until its task has no time left; a Hasura that is gone is told at once. */
    void giveUp() {
        if (unseen.isPresent()) {
            over(Outcome.later(NEXT_TRY, unseen.get()));
        } else if (!Thread.currentThread().isInterrupted()) {
            LOG.warn("Somebody else keeps changing Hasura's metadata; {} ports wait on.", left.size());
            settling.release(left, HasuraProblems.overtaken(WaveWrite.MOST_RACES));
            write.ways.pause().of(REST_AFTER_RACES);
        }
    }

    /** What is broken off by the stop of the service is left as it is, for the next holder to find out. */
    private WriteResult over(Outcome<Change> outcome) {
        if (!Thread.currentThread().isInterrupted()) {
            settling.settle(left, outcome);
        }
        return new WriteResult.Over();
    }

    private WriteResult write(MetadataDocument document, Inconsistency now) {
        unseen = Optional.empty();
        WaveMembers all = WaveMembers.of(left, document);
        if (isRecent && (all.wave().edits().isEmpty() || !all.wave().refused().isEmpty())) {
            return go();
        }
        all.wave()
                .refused()
                .forEach(refusal -> all.entryOf(refusal)
                        .ifPresent(entry -> settling.settle(entry, Outcome.stopped(refusal.problems()))));
        List<Member> members = all.members();
        List<MetadataEdit> edits = all.wave().edits();
        Set<String> dead = deadBefore.orElseGet(now::deadSources);
        if (edits.isEmpty()) {
            left = members.stream().map(Member::entry).toList();
            return judged(members, dead, now);
        }
        if (sent.isPresent()) {
            return unshown(sent.get(), document.actual().resourceVersion());
        }
        left = members.stream()
                .map(member -> member.entry().with(member.previous()))
                .toList();
        write.entries.prepare(left, List.copyOf(dead));
        WriteWay way = choice.of(edits, document.actual(), now);
        version = document.actual().resourceVersion();
        long sentAt = System.nanoTime();
        Reply reply = way.bulk()
                .map(steps -> write.hasura.bulk(steps, version))
                .orElseGet(() -> write.hasura.replace(document, edits));
        lastWrite = Duration.ofNanos(System.nanoTime() - sentAt);
        WriteResult result =
                reply.match(answer -> answered(answer, way, members, dead), silence -> silent(silence, dead));
        return result.refusal().map(why -> blamed(why, document.actual())).orElse(result);
    }

    /** What none of them has brought in is no fault of theirs: a bulk may not look at it, else all of them wait. */
    private WriteResult blamed(Problem why, ActualMetadata actual) {
        List<MetadataChange> changes = left.stream().map(Claimed::change).toList();
        Optional<ForeignFault> fault = ForeignFault.in(why.message(), changes);
        if (fault.isEmpty()) {
            return new WriteResult.Refused(why);
        }
        if (choice.policy() == WritePolicy.AUTO) {
            choice = choice.forced(WritePolicy.BULK);
            return new WriteResult.Again();
        }
        String name = fault.get().name();
        return over(Outcome.later(NEXT_TRY, HasuraProblems.brokenByOthers(name, write.faulty.bearing(name, actual))));
    }

    private WriteResult answered(Reply.Answer answer, WriteWay way, List<Member> members, Set<String> dead) {
        if (answer.status() == 409) {
            write.ways.meter().overtaken();
            return new WriteResult.Again();
        }
        if (answer.status() == 200) {
            return said(answer, way, members, dead);
        }
        Outcome<Change> refusal = HasuraProblems.unsuccessful(answer);
        if (HasuraProblems.isOfProxy(answer)) {
            boolean mayBuild = answer.status() == HasuraProblems.GATEWAY_TIMED_OUT;
            return undecided(mayBuild ? HasuraProblems.gatewayGaveUp(answer.status()) : refusal, mayBuild, dead);
        }
        if (way.isBulk()) {
            // Nothing of it is stored. Written as a whole, what is wrong is told port by port.
            LOG.info("Hasura refused a bulk with status {}; the document is written instead.", answer.status());
            choice = choice.forced(WritePolicy.REPLACE);
            return new WriteResult.Again();
        }
        return refusal.match(
                never -> new WriteResult.Over(),
                (after, problem) -> over(Outcome.later(after, problem)),
                problems -> new WriteResult.Refused(problems.get(0)));
    }

    private WriteResult silent(Reply.Silence silence, Set<String> dead) {
        return silence.sent()
                ? undecided(HasuraProblems.unansweredWrite(silence), silence.timedOut(), dead)
                : over(HasuraProblems.silent(silence));
    }

    private WriteResult said(Reply.Answer answer, WriteWay way, List<Member> members, Set<String> dead) {
        boolean own = way.bulk()
                .map(steps -> OwnAnswer.toBulk(answer, steps.size()))
                .orElseGet(() -> OwnAnswer.toReplace(answer));
        if (!own) {
            return undecided(HasuraProblems.noAnswerTo(way.isBulk() ? "bulk" : "replace_metadata"), false, dead);
        }
        tell(members.size(), way);
        deadBefore = Optional.of(dead);
        sent = Optional.of(Sent.said(version, way, answer));
        return new WriteResult.Said();
    }

    /** Overwritten by somebody else since, or never written at all: one write moves the version by one. */
    private WriteResult unshown(Sent before, long seen) {
        sent = Optional.empty();
        return seen > before.version() + 1 ? new WriteResult.Again() : over(before.otherwise());
    }

    /**
     * Hasura may have it, or be about to. It is looked at once more at the end, but not sent again here: those that
     * wait behind this wave get their turn first.
     *
     * @param otherwise the end when it has not
     * @param mayBuild whether it is likely to be building; else it is looked at for a short while only
     */
    private WriteResult undecided(Outcome<Change> otherwise, boolean mayBuild, Set<String> dead) {
        deadBefore = Optional.of(dead);
        if (mayBuild) {
            settling.note("Hasura did not answer in time and may still be building its schema; waiting.");
        }
        if (!write.builds.awaitEnd(version, mayBuild)) {
            return over(otherwise);
        }
        sent = Optional.of(Sent.undecided(otherwise));
        return new WriteResult.Said();
    }

    private WriteResult judged(List<Member> members, Set<String> dead, Inconsistency now) {
        write.judgement.judge(members, dead, now, sent.flatMap(Sent::bulk), settling);
        return new WriteResult.Over();
    }

    private void tell(int ports, WriteWay way) {
        int built = way.effort().builds();
        Duration length = Duration.ofNanos(System.nanoTime() - begun);
        WaveSpans.tell(way.word(), built);
        LOG.info("Wave written: ports={} way={} builds={} millis={}", ports, way.word(), built, length.toMillis());
        write.ways.meter().written(ports, way.word(), built, length);
        write.ways.costs().learn(way.effort(), lastWrite);
    }
}
