package io.outputport.provisioner.hasura.wave.write;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.Inconsistency;
import io.outputport.provisioner.hasura.metadata.Pause;
import io.outputport.provisioner.hasura.metadata.document.MetadataDocument;
import io.outputport.provisioner.hasura.plan.MetadataChange.TrackedPlace;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.wave.PutBack;
import io.outputport.provisioner.hasura.wave.WriteWay;
import io.outputport.provisioner.hasura.wave.aftermath.Aftermath;
import io.outputport.provisioner.hasura.wave.aftermath.BrokenNeighbours;
import io.outputport.provisioner.hasura.wave.write.WaveMembers.Member;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After a write: each port gets its verdict, all that broke are put back in one further write, and sources of others that
 * broke are reloaded.
 */
public final class WaveJudgement {
    private static final Logger LOG = LoggerFactory.getLogger(WaveJudgement.class);
    private static final int MOST_RESTORES = 10;
    private static final Duration BETWEEN_RESTORES = Duration.ofSeconds(1);

    private final HasuraClient hasura;
    private final Aftermath aftermath;
    private final BrokenNeighbours neighbours;
    private final BuildWatch builds;
    private final Pause pause;

    public WaveJudgement(HasuraClient hasura, BrokenNeighbours neighbours, BuildWatch builds, Pause pause) {
        this.hasura = hasura;
        this.aftermath = new Aftermath(hasura);
        this.neighbours = neighbours;
        this.builds = builds;
        this.pause = pause;
    }

    /**
     * @param deadBefore the sources that were inconsistent before the write; they are not ours to judge
     * @param seen what was inconsistent after it
     * @param bulk where Hasura may know older tables still: a replace looks at all of them anew
     */
    void judge(
            List<Member> members,
            Set<String> deadBefore,
            Inconsistency seen,
            Optional<WriteWay> bulk,
            Settling settling) {
        boolean isReloaded = bulk.filter(way -> reloadWhatIsOlder(members, way)).isPresent();
        (isReloaded ? aftermath.look() : Outcome.done(seen))
                .match(
                        now -> {
                            judge(members, deadBefore, now, settling);
                            return true;
                        },
                        (after, problem) -> postpone(members, problem, settling),
                        problems -> postpone(members, problems.get(0), settling));
    }

    /** What was written is stored, and its previous entries are too: whoever looks next can judge it as well. */
    private static boolean postpone(List<Member> members, Problem trouble, Settling settling) {
        settling.release(members.stream().map(Member::entry).toList(), trouble);
        return false;
    }

    private void judge(List<Member> members, Set<String> deadBefore, Inconsistency now, Settling settling) {
        Set<String> ours = members.stream()
                .flatMap(member -> member.part().edits().place().stream())
                .map(TrackedPlace::source)
                .collect(Collectors.toSet());
        mend(now, ours, deadBefore, settling);
        members.stream()
                .filter(member -> !member.wasWritten())
                .forEach(member -> settling.settle(
                        member.entry(),
                        aftermath.ofNothingWritten(
                                member.part().change(), member.part().edits())));
        List<Member> written = members.stream().filter(Member::wasWritten).toList();
        List<Member> culprits =
                written.stream().filter(member -> isCulprit(now, member)).toList();
        written.stream()
                .filter(member -> !culprits.contains(member))
                .forEach(member -> settling.settle(
                        member.entry(), Aftermath.judge(now, member.part().edits())));
        if (!culprits.isEmpty()) {
            LOG.info("{} of {} ports cannot be served and are put back.", culprits.size(), members.size());
            putBack(culprits, now, settling);
            aftermath
                    .look()
                    .match(
                            after -> neighbours.found(others(after, ours, deadBefore)),
                            (after, problem) -> List.<String>of(),
                            problems -> List.<String>of());
        }
    }

    private void mend(Inconsistency now, Set<String> ours, Set<String> deadBefore, Settling settling) {
        neighbours.found(others(now, ours, deadBefore)).forEach(settling::note);
    }

    private static Set<String> others(Inconsistency now, Set<String> ours, Set<String> deadBefore) {
        Set<String> dead = now.deadSources();
        dead.removeAll(ours);
        dead.removeAll(deadBefore);
        return dead;
    }

    /** A port whose whole source is dead is none: it is tried again. */
    private static boolean isCulprit(Inconsistency now, Member member) {
        Optional<TrackedPlace> place = member.part().edits().place();
        return place.filter(where -> now.ofSource(where.source()).isEmpty())
                .flatMap(now::ofTable)
                .isPresent();
    }

    private void putBack(List<Member> culprits, Inconsistency now, Settling settling) {
        List<MetadataEdit> previous =
                culprits.stream().flatMap(member -> member.previous().stream()).toList();
        boolean back = isPutBack(previous);
        for (int again = 1; again < MOST_RESTORES && !back && pause.of(BETWEEN_RESTORES); again++) {
            back = isPutBack(previous);
        }
        String sentence = back
                ? "Put back to what it was before."
                : "It could not be put back to what it was before: Hasura did not take that write.";
        culprits.forEach(member -> settling.settle(
                member.entry(), Aftermath.judge(now, member.part().edits()), sentence));
    }

    /** Written if it is needed; it counts once the metadata show it. */
    private boolean isPutBack(List<MetadataEdit> previous) {
        return hasura.export()
                .map(document -> {
                    List<MetadataEdit> edits = PutBack.of(previous, document.actual());
                    return edits.isEmpty() || (isTaken(document, edits) && shows(previous));
                })
                .match(done -> done, (after, problem) -> false, problems -> false);
    }

    private boolean isTaken(MetadataDocument document, List<MetadataEdit> edits) {
        return hasura.replace(document, edits)
                .match(
                        answer -> answer.status() == 200,
                        silence -> silence.sent()
                                && builds.awaitEnd(document.actual().resourceVersion(), silence.timedOut()));
    }

    private boolean shows(List<MetadataEdit> previous) {
        return hasura.export()
                .map(after -> PutBack.of(previous, after.actual()).isEmpty())
                .match(shown -> shown, (after, problem) -> false, problems -> false);
    }

    /** @return whether there was any */
    private boolean reloadWhatIsOlder(List<Member> members, WriteWay bulk) {
        List<String> older = members.stream()
                .filter(member -> member.part().change().wanted().isPresent())
                .filter(member -> member.part().edits().place().isPresent())
                .filter(member -> !bulk.looksInto(place(member).source()))
                .filter(member -> isOlder(member, place(member)))
                .map(member -> place(member).source())
                .distinct()
                .toList();
        older.forEach(hasura::reload);
        return !older.isEmpty();
    }

    private static TrackedPlace place(Member member) {
        return member.part().edits().place().orElseThrow();
    }

    private boolean isOlder(Member member, TrackedPlace place) {
        return aftermath
                .isAsKnown(member.part().change(), place)
                .match(asKnown -> !asKnown, (after, problem) -> false, problems -> false);
    }
}
