package io.outputport.provisioner.hasura.wave.write;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.transport.Reply;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.HasuraProblems;
import io.outputport.provisioner.hasura.metadata.Inconsistency;
import io.outputport.provisioner.hasura.metadata.MetadataDocument;
import io.outputport.provisioner.hasura.metadata.OwnAnswer;
import io.outputport.provisioner.hasura.metadata.Pause;
import io.outputport.provisioner.hasura.plan.PortChange;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.wave.BulkStep;
import io.outputport.provisioner.hasura.wave.ForeignFault;
import io.outputport.provisioner.hasura.wave.WritePolicy;
import io.outputport.provisioner.hasura.wave.aftermath.FaultyTable;
import io.outputport.provisioner.hasura.wave.entry.Claimed;
import io.outputport.provisioner.hasura.wave.entry.EntryStore;
import io.outputport.provisioner.hasura.wave.write.WaveMembers.Member;
import io.outputport.provisioner.measure.WaveMeter;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a group of ports as one: read, work out, write with the version that was read; when somebody else was faster, all
 * of it again.
 */
public final class WaveWrite {
    /** In which those that have no time left take their changes back. */
    private static final Duration REST_AFTER_RACES = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(WaveWrite.class);
    private static final int MOST_RACES = 10;
    private static final int MOST_BLIND_LOOKS = 5;
    private static final Duration NEXT_TRY = Duration.ofSeconds(5);

    private final HasuraClient hasura;
    private final EntryStore entries;
    private final WaveJudgement judgement;
    private final BuildWatch builds;
    private final Ways ways;
    private final FaultyTable faulty;

    public WaveWrite(HasuraClient hasura, EntryStore entries, WaveJudgement judgement, BuildWatch builds, Ways ways) {
        this.hasura = hasura;
        this.entries = entries;
        this.judgement = judgement;
        this.builds = builds;
        this.ways = ways;
        this.faulty = new FaultyTable(hasura);
    }

    /** How to write, how to lose a race, and who is told of both. */
    public record Ways(WritePolicy policy, Pause pause, RandomGenerator random, WaveMeter meter) {}

    /** @return why Hasura refuses the group as a whole; empty when each has its verdict or waits on */
    Optional<Problem> of(List<Claimed> group, Settling settling) {
        Attempt attempt = new Attempt(group, settling);
        for (int race = 0; race < MOST_RACES; ) {
            WriteResult result = attempt.go();
            if (result instanceof WriteResult.Refused refused) {
                return Optional.of(refused.why());
            }
            if (result instanceof WriteResult.Over) {
                return Optional.empty();
            }
            if (result instanceof WriteResult.Again && !pauseAfter(++race)) {
                break;
            }
        }
        attempt.giveUp();
        return Optional.empty();
    }

    private boolean pauseAfter(int races) {
        return ways.pause().of(Duration.ofMillis(ways.random().nextLong(50, 100L * races + 51)));
    }

    /** One group on its way; each {@link #go} starts from what Hasura then holds. */
    private final class Attempt {
        private final Settling settling;
        private final long begun = System.nanoTime();
        private List<Claimed> left;
        private WritePolicy policy = ways.policy();
        private boolean bulkRefused;
        private boolean isRecent;
        /** Of the document that was written last. */
        private long version;
        /** Before the first write of ours that may have taken effect, in this process or in one that died. */
        private Optional<Set<String>> deadBefore = Optional.empty();
        /** Why Hasura could not be asked what became of such a write. */
        private Optional<Problem> unseen = Optional.empty();

        private int blindLooks;
        /** What Hasura, or somebody in its place, said to have written, and what else it would be. */
        private Optional<Sent> sent = Optional.empty();

        private Attempt(List<Claimed> group, Settling settling) {
            this.left = group;
            this.settling = settling;
            if (group.stream().anyMatch(entry -> !entry.previous().isEmpty())) {
                deadBefore = Optional.of(Set.copyOf(entries.deadBefore()));
            }
        }

        /**
         * What a task has read for its plan a moment ago does for a first write: Hasura refuses it if somebody wrote since.
         * A verdict without a write is given on what was read just now only.
         */
        WriteResult go() {
            Optional<MetadataDocument> recent = deadBefore.isEmpty() ? hasura.takeRecent() : Optional.empty();
            isRecent = recent.isPresent();
            return recent.map(Outcome::done)
                    .orElseGet(hasura::export)
                    .then(document ->
                            hasura.inconsistentObjects().map(objects -> write(document, new Inconsistency(objects))))
                    .match(result -> result, this::unanswered, problems -> over(Outcome.stopped(problems)));
        }

        /** Where a write may be under way, its end is not left to chance; but nor is it waited for without end. */
        private WriteResult unanswered(Duration after, Problem problem) {
            if (deadBefore.isEmpty() || ++blindLooks > MOST_BLIND_LOOKS) {
                return over(Outcome.later(after, problem));
            }
            unseen = Optional.of(problem);
            ways.pause().of(after.compareTo(NEXT_TRY) < 0 ? after : NEXT_TRY);
            return new WriteResult.Again();
        }

        /** Who loses races waits on, until its task has no time left; a Hasura that is gone is told at once. */
        void giveUp() {
            if (unseen.isPresent()) {
                over(Outcome.later(NEXT_TRY, unseen.get()));
            } else if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("Somebody else keeps changing Hasura's metadata; {} ports wait on.", left.size());
                settling.release(left, HasuraProblems.overtaken(MOST_RACES));
                ways.pause().of(REST_AFTER_RACES);
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
            if (isRecent
                    && (all.wave().edits().isEmpty() || !all.wave().refused().isEmpty())) {
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
                left = entriesOf(members);
                return judged(members, dead, now);
            }
            if (sent.isPresent()) {
                return unshown(sent.get(), document.actual().resourceVersion());
            }
            left = members.stream()
                    .map(member -> member.entry().with(member.previous()))
                    .toList();
            entries.prepare(left, List.copyOf(dead));
            Optional<List<BulkStep>> bulk = bulkRefused
                    ? Optional.empty()
                    : policy.bulk(edits, document.actual(), now.deadSources(), now::isBroken);
            version = document.actual().resourceVersion();
            Reply reply =
                    bulk.map(steps -> hasura.bulk(steps, version)).orElseGet(() -> hasura.replace(document, edits));
            WriteResult result = reply instanceof Reply.Answer answer
                    ? answered(answer, bulk, members, dead)
                    : silent((Reply.Silence) reply, dead);
            return result instanceof WriteResult.Refused refused ? blamed(refused, document.actual()) : result;
        }

        /** What none of them has brought in is no fault of theirs: a bulk may not look at it, else all of them wait. */
        private WriteResult blamed(WriteResult.Refused refused, ActualMetadata actual) {
            List<PortChange> changes = left.stream().map(Claimed::change).toList();
            Optional<ForeignFault> fault = ForeignFault.in(refused.why().message(), changes);
            if (fault.isEmpty()) {
                return refused;
            }
            if (policy == WritePolicy.AUTO && !bulkRefused) {
                policy = WritePolicy.BULK;
                return new WriteResult.Again();
            }
            String name = fault.get().name();
            return over(Outcome.later(NEXT_TRY, HasuraProblems.brokenByOthers(name, faulty.bearing(name, actual))));
        }

        private WriteResult answered(
                Reply.Answer answer, Optional<List<BulkStep>> bulk, List<Member> members, Set<String> dead) {
            if (answer.status() == 409) {
                ways.meter().overtaken();
                return new WriteResult.Again();
            }
            if (answer.status() == 200) {
                return said(answer, bulk, members, dead);
            }
            Outcome<Change> refusal = HasuraProblems.unsuccessful(answer);
            if (HasuraProblems.isOfProxy(answer)) {
                boolean mayBuild = answer.status() == HasuraProblems.GATEWAY_TIMED_OUT;
                return undecided(mayBuild ? HasuraProblems.gatewayGaveUp(answer.status()) : refusal, mayBuild, dead);
            }
            if (bulk.isPresent()) {
                // Nothing of it is stored. Written as a whole, what is wrong is told port by port.
                LOG.info("Hasura refused a bulk with status {}; the document is written instead.", answer.status());
                bulkRefused = true;
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

        private WriteResult said(
                Reply.Answer answer, Optional<List<BulkStep>> bulk, List<Member> members, Set<String> dead) {
            boolean own = bulk.map(steps -> OwnAnswer.toBulk(answer, steps.size()))
                    .orElseGet(() -> OwnAnswer.toReplace(answer));
            if (!own) {
                return undecided(
                        HasuraProblems.noAnswerTo(bulk.isPresent() ? "bulk" : "replace_metadata"), false, dead);
            }
            tell(members.size(), bulk);
            deadBefore = Optional.of(dead);
            sent = Optional.of(new Sent(version, bulk.isPresent(), HasuraProblems.notStored()));
            return new WriteResult.Said();
        }

        /** Overwritten by somebody else since, or never written at all: one write moves the version by one. */
        private WriteResult unshown(Sent write, long seen) {
            sent = Optional.empty();
            return seen > write.version() + 1 ? new WriteResult.Again() : over(write.otherwise());
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
            if (!builds.awaitEnd(version, mayBuild)) {
                return over(otherwise);
            }
            sent = Optional.of(new Sent(Long.MAX_VALUE - 1, false, otherwise));
            return new WriteResult.Said();
        }

        private WriteResult judged(List<Member> members, Set<String> dead, Inconsistency now) {
            judgement.judge(members, dead, now, sent.filter(Sent::byBulk).isPresent(), settling);
            return new WriteResult.Over();
        }

        private void tell(int ports, Optional<List<BulkStep>> bulk) {
            String way = bulk.isPresent() ? "bulk" : "replace";
            int built = bulk.map(List::size).orElse(1);
            Duration length = Duration.ofNanos(System.nanoTime() - begun);
            WaveSpans.tell(way, built);
            LOG.info("Wave written: ports={} way={} builds={} millis={}", ports, way, built, length.toMillis());
            ways.meter().written(ports, way, built, length);
        }

        private static List<Claimed> entriesOf(List<Member> members) {
            return members.stream().map(Member::entry).toList();
        }
    }
}
