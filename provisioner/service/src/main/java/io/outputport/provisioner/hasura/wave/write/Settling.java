package io.outputport.provisioner.hasura.wave.write;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.provisioner.hasura.wave.entry.Claimed;
import io.outputport.provisioner.hasura.wave.entry.WriteVerdict;
import io.outputport.provisioner.hasura.wave.entry.WriterEntries;
import io.outputport.provisioner.port.plan.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Writes verdicts down and wakes the tasks that wait for them. */
public final class Settling {
    private final WriterEntries entries;
    private final String writer;
    private final Consumer<String> waking;
    private final List<String> notes = new ArrayList<>();

    public Settling(WriterEntries entries, String writer, Consumer<String> waking) {
        this.entries = entries;
        this.writer = writer;
        this.waking = waking;
    }

    /** Told to every task whose verdict comes after it. */
    void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    void settle(Claimed entry, Outcome<Change> outcome) {
        settle(entry, new WriteVerdict(outcome, notes));
    }

    /** @param sentence for this one's log only */
    void settle(Claimed entry, Outcome<Change> outcome, String sentence) {
        settle(
                entry,
                new WriteVerdict(
                        outcome,
                        Stream.concat(notes.stream(), Stream.of(sentence)).toList()));
    }

    private void settle(Claimed entry, WriteVerdict verdict) {
        entries.settle(writer, entry, verdict);
        waking.accept(entry.component());
    }

    public void settle(List<Claimed> all, Outcome<Change> outcome) {
        all.forEach(entry -> settle(entry, outcome));
    }

    /**
     * They wait on, for the next wave.
     *
     * @param trouble what is told of one whose task has no time left
     */
    void release(List<Claimed> all, Problem trouble) {
        entries.release(writer, all, new WriteVerdict(Outcome.later(Duration.ZERO, trouble), notes));
    }
}
