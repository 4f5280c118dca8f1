package io.outputport.sharing.table.cache;

import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.packed.FileMemory;
import io.outputport.sharing.table.packed.Packing;
import io.outputport.sharing.table.source.TableVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through logs of versions, to keep their files where there is memory for them. Each has a thread of its own: who asked
 * first may be slow or leave, which is nothing to the others.
 */
final class LogReading {
    private static final Logger LOG = LoggerFactory.getLogger(LogReading.class);

    private final FileMemory memory;
    private final ColdReads turns;

    LogReading(FileMemory memory, ColdReads turns) {
        this.memory = memory;
        this.turns = turns;
    }

    /** A pass that is on its way, joined once. */
    LogPass begin(TableVersion version) {
        LogPass pass = new LogPass(memory.shelf());
        pass.join();
        Thread thread = new Thread(() -> run(version, pass), "log of version " + version.number());
        thread.setDaemon(true);
        thread.start();
        return pass;
    }

    private void run(TableVersion version, LogPass pass) {
        LogPass.End end =
                new LogPass.Failed(new IllegalStateException("the thread that went through a log broke down"));
        try {
            end = ended(version, pass);
        } finally {
            pass.end(end);
        }
    }

    private LogPass.End ended(TableVersion version, LogPass pass) {
        if (!turns.take()) {
            return new LogPass.Failed(busy());
        }
        try {
            return gone(version, pass);
        } catch (OutOfMemoryError hostile) {
            // One allocation that a broken log asked for, not the sum of what runs: that is bounded.
            LOG.warn("A table's log wants more memory than there is");
            return new LogPass.Failed(new TableFailure(
                    TableProblems.unreadable("its log needs more memory than this server has"), false, hostile));
        } catch (RuntimeException failed) {
            return new LogPass.Failed(failed);
        } finally {
            turns.give();
        }
    }

    private static LogPass.End gone(TableVersion version, LogPass pass) {
        try (LiveFiles files = version.files()) {
            Packing packing = new Packing(version.storage().marker(), pass::add);
            if (packed(files, packing)) {
                return new LogPass.Whole(packing.tally());
            }
            boolean tooLarge = pass.shelf().isTooMuch(Packing.BLOCK);
            boolean begun = pass.drop();
            if (!tooLarge && !begun) {
                return new LogPass.Failed(busy());
            }
            while (files.hasNext()) {
                packing.count(files.next());
            }
            return new LogPass.NotKept(packing.tally(), tooLarge);
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

    static TableFailure busy() {
        return new TableFailure(
                TableProblems.busy(), true, new IllegalStateException("too many logs are read, or too large ones"));
    }

    /** Another pass, at the pace of who reads; false when too many logs are read. Else it is to be ended. */
    boolean beginStream() {
        return turns.take();
    }

    void endStream() {
        turns.give();
    }
}
