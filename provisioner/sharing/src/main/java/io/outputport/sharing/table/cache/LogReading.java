package io.outputport.sharing.table.cache;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.Tally;
import io.outputport.sharing.table.source.TableVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes through the log of a version, to keep its files where there is memory for them. */
final class LogReading {
    private static final Logger LOG = LoggerFactory.getLogger(LogReading.class);

    private final FileMemory memory;
    private final ColdReads turns;

    LogReading(FileMemory memory, ColdReads turns) {
        this.memory = memory;
        this.turns = turns;
    }

    /** What there is after a version was read. */
    sealed interface Read {}

    /** @param shelf taken once */
    record Kept(FileMemory.Shelf shelf) implements Read {}

    /** All of it is fine, but not to be kept. */
    record TooLarge(Tally tally) implements Read {}

    Outcome<Read> of(TableVersion version) {
        return turns.run(() -> pass(version));
    }

    private Outcome<Read> pass(TableVersion version) {
        FileMemory.Taken taken = memory.take();
        boolean kept = false;
        try (LiveFiles files = version.files()) {
            Packing packing = new Packing(taken, version.storage().marker());
            boolean room = packed(files, packing);
            if (!room && !taken.isTooMuch(Packing.BLOCK)) {
                return ColdReads.later();
            }
            kept = room;
            return Outcome.done(
                    room ? new Kept(memory.shelf(packing.packed(), taken)) : counted(files, packing, taken));
        } catch (TableFailure failed) {
            return failed.outcome();
        } catch (OutOfMemoryError hostile) {
            // One allocation that a broken log asked for, not the sum of what runs: that is bounded.
            LOG.warn("A table's log wants more memory than there is");
            return Outcome.stopped(TableProblems.unreadable("its log needs more memory than this server has"));
        } finally {
            if (!kept) {
                taken.giveBack();
            }
        }
    }

    private static boolean packed(LiveFiles files, Packing packing) {
        while (files.hasNext()) {
            if (!packing.add(files.next())) {
                return false;
            }
        }
        return packing.finish();
    }

    private static TooLarge counted(LiveFiles files, Packing packing, FileMemory.Taken taken) {
        packing.drop();
        taken.giveBack();
        while (files.hasNext()) {
            packing.count(files.next());
        }
        return new TooLarge(packing.tally());
    }

    /** Another pass, at the pace of who reads; false when too many logs are read. Else it is to be ended. */
    boolean beginStream() {
        return turns.take();
    }

    void endStream() {
        turns.give();
    }
}
