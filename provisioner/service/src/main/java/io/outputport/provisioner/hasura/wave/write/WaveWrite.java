package io.outputport.provisioner.hasura.wave.write;

import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.metadata.HasuraClient;
import io.outputport.provisioner.hasura.metadata.Pause;
import io.outputport.provisioner.hasura.wave.WriteChoice;
import io.outputport.provisioner.hasura.wave.aftermath.FaultyTable;
import io.outputport.provisioner.hasura.wave.cost.CostLedger;
import io.outputport.provisioner.hasura.wave.entry.Claimed;
import io.outputport.provisioner.hasura.wave.entry.WriterEntries;
import io.outputport.provisioner.measure.WaveMeter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Writes a group of ports as one: read, work out, write with the version that was read; when somebody else was faster, all
 * of it again.
 */
public final class WaveWrite {
    static final int MOST_RACES = 10;

    final HasuraClient hasura;
    final WriterEntries entries;
    final WaveJudgement judgement;
    final BuildWatch builds;
    final Ways ways;
    final FaultyTable faulty;

    public WaveWrite(
            HasuraClient hasura, WriterEntries entries, WaveJudgement judgement, BuildWatch builds, Ways ways) {
        this.hasura = hasura;
        this.entries = entries;
        this.judgement = judgement;
        this.builds = builds;
        this.ways = ways;
        this.faulty = new FaultyTable(hasura);
    }

    /** How to write, how to lose a race, and who is told of both. */
    public record Ways(WriteChoice choice, Pause pause, RandomGenerator random, WaveMeter meter, CostLedger costs) {}

    /** @return why Hasura refuses the group as a whole; empty when each has its verdict or waits on */
    public Optional<Problem> of(List<Claimed> group, Settling settling) {
        WriteAttempt attempt = new WriteAttempt(this, group, settling);
        int races = 0;
        do {
            WriteResult result = attempt.go();
            if (result.isEnd()) {
                return result.refusal();
            }
            races += result.isLostRace() ? 1 : 0;
            if (result.isLostRace() && !pauseAfter(races)) {
                break;
            }
        } while (races < MOST_RACES);
        attempt.giveUp();
        return Optional.empty();
    }

    private boolean pauseAfter(int races) {
        return ways.pause().of(Duration.ofMillis(ways.random().nextLong(50, 100L * races + 51)));
    }
}
