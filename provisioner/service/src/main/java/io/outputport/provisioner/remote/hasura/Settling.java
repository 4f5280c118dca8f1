package io.outputport.provisioner.remote.hasura;

import io.outputport.provisioner.outcome.Outcome;
import io.outputport.provisioner.reconcile.Awakening;
import io.outputport.provisioner.reconcile.Change;
import io.outputport.provisioner.remote.hasura.entry.Claimed;
import io.outputport.provisioner.remote.hasura.entry.EntryStore;
import io.outputport.provisioner.remote.hasura.entry.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Writes verdicts down and wakes the tasks that wait for them. */
final class Settling {
    private final EntryStore entries;
    private final String writer;
    private final Awakening awakening;
    private final List<String> notes = new ArrayList<>();

    Settling(EntryStore entries, String writer, Awakening awakening) {
        this.entries = entries;
        this.writer = writer;
        this.awakening = awakening;
    }

    /** Told to every task whose verdict comes after it. */
    void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    void settle(Claimed entry, Outcome<Change> outcome) {
        entries.settle(writer, entry, new Verdict(outcome, notes));
        awakening.wake(entry.component());
    }

    void settle(List<Claimed> all, Outcome<Change> outcome) {
        all.forEach(entry -> settle(entry, outcome));
    }

    /** They wait on, for the next wave. */
    void release(List<Claimed> all) {
        entries.release(writer, all);
    }
}
