package io.outputport.provisioner.hasura.wave.writer;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.metadata.HasuraProblems;
import io.outputport.provisioner.hasura.plan.MetadataChange;
import io.outputport.provisioner.hasura.wave.RefusedPorts;
import io.outputport.provisioner.hasura.wave.entry.Claimed;
import io.outputport.provisioner.hasura.wave.write.Settling;
import io.outputport.provisioner.hasura.wave.write.WaveWrite;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one wave to its end. Where Hasura refuses it as a whole, those that the refusal names are out and the others go
 * again; where it names nobody, halving finds them.
 */
public final class WaveTurn {
    private static final Logger LOG = LoggerFactory.getLogger(WaveTurn.class);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final Problem BUG = Problem.of(
            HasuraProblems.INTERNAL_ERROR, "The provisioner made an error of its own while it wrote to Hasura.");

    private final WaveWrite write;
    private final Supplier<Settling> settlings;

    public WaveTurn(WaveWrite write, Supplier<Settling> settlings) {
        this.write = write;
        this.settlings = settlings;
    }

    /** An error of ours is no reason to keep the others waiting for ever, nor to try the same again at once. */
    public void carryOut(List<Claimed> wave) {
        Settling settling = settlings.get();
        try {
            carryOut(wave, settling);
        } catch (JdbiException unavailable) {
            throw unavailable;
        } catch (RuntimeException | Error bug) {
            LOG.error("A wave of {} ports could not be carried out.", wave.size(), bug);
            settling.settle(wave, Outcome.later(AGAIN, BUG));
        }
    }

    private void carryOut(List<Claimed> wave, Settling settling) {
        Deque<List<Claimed>> groups = new ArrayDeque<>();
        groups.add(wave);
        while (!groups.isEmpty()) {
            List<Claimed> group = groups.remove();
            write.of(group, settling).ifPresent(refusal -> split(new RefusedGroup(group, refusal), groups, settling));
        }
    }

    private record RefusedGroup(List<Claimed> group, Problem refusal) {}

    private static void split(RefusedGroup refused, Deque<List<Claimed>> groups, Settling settling) {
        List<Claimed> group = refused.group();
        Problem refusal = refused.refusal();
        if (group.size() == 1) {
            settling.settle(group, Outcome.stopped(refusal));
            if (refusal.code().equals(HasuraProblems.TOO_LARGE)) {
                // The document is nearly as long with any other one in it.
                groups.forEach(others -> settling.settle(others, Outcome.<Change>stopped(refusal)));
                groups.clear();
            }
            return;
        }
        List<MetadataChange> named = RefusedPorts.in(
                refusal.message(), group.stream().map(Claimed::change).toList());
        if (named.isEmpty()) {
            int half = (group.size() + 1) / 2;
            groups.addFirst(group.subList(half, group.size()));
            groups.addFirst(group.subList(0, half));
            return;
        }
        List<Claimed> guilty =
                group.stream().filter(entry -> named.contains(entry.change())).toList();
        List<Claimed> rest =
                group.stream().filter(entry -> !named.contains(entry.change())).toList();
        settling.settle(guilty, Outcome.stopped(refusal));
        if (!rest.isEmpty()) {
            groups.addFirst(rest);
        }
    }
}
