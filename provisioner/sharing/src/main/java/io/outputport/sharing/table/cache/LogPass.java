package io.outputport.sharing.table.cache;

import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.Tally;
import io.outputport.sharing.table.packed.FileMemory;
import io.outputport.sharing.table.packed.PackedBlock;
import java.util.Optional;
import java.util.function.Function;

/**
 * One pass over the log of a version, which whoever asks meanwhile follows: a block is theirs as soon as it is packed, and none
 * of them is waited for. Afterwards it is where the version is kept.
 */
final class LogPass {
    /**
     * As many files are found before an answer begins. Tables up to here are gone through whole first, as what is wrong with a
     * log mostly shows by then; a server that has just started finds them in a fifth of a second.
     */
    static final int BEGIN = 2_000;

    private final FileMemory.Shelf shelf;
    private int blocks;
    private long files;
    private boolean dropped;
    private Optional<End> end = Optional.empty();

    /** @param shelf taken once, for the pass itself */
    LogPass(FileMemory.Shelf shelf) {
        this.shelf = shelf;
    }

    /** What a pass comes to. */
    sealed interface End {
        <T> T match(Function<Whole, T> whole, Function<NotKept, T> notKept, Function<Failed, T> failed);

        /** What the log comes to; throws what went wrong. */
        default Tally counted() {
            return match(Whole::tally, NotKept::tally, broken -> {
                throw broken.failure();
            });
        }
    }

    /** All files are kept. */
    record Whole(Tally tally) implements End {
        @Override
        public <T> T match(Function<Whole, T> whole, Function<NotKept, T> notKept, Function<Failed, T> failed) {
            return whole.apply(this);
        }
    }

    /**
     * All of the log is fine, but nothing of it is kept.
     *
     * @param tooLarge whether it never will be, since it is larger than all the memory for it
     */
    record NotKept(Tally tally, boolean tooLarge) implements End {
        @Override
        public <T> T match(Function<Whole, T> whole, Function<NotKept, T> notKept, Function<Failed, T> failed) {
            return notKept.apply(this);
        }
    }

    /** @param failure what is wrong with the log, or with the storage, or with this server */
    record Failed(RuntimeException failure) implements End {
        @Override
        public <T> T match(Function<Whole, T> whole, Function<NotKept, T> notKept, Function<Failed, T> failed) {
            return failed.apply(this);
        }

        /** Whether it does not pass by itself. */
        boolean lasts() {
            return !(failure instanceof TableFailure told && told.isPassing());
        }
    }

    FileMemory.Shelf shelf() {
        return shelf;
    }

    /** For who follows, or reads what is kept; to be left. False when nothing is to be had here. */
    synchronized boolean join() {
        boolean kept = shelf.take();
        return end.isEmpty() || kept;
    }

    /** False when there is no memory for it. Others may be waited for, but nobody who follows. */
    boolean add(PackedBlock block, byte[] records) {
        if (!shelf.add(block, records)) {
            return false;
        }
        synchronized (this) {
            blocks++;
            files += block.files();
            notifyAll();
        }
        return true;
    }

    /** Gives up what was packed. True when answers may have begun with it. */
    synchronized boolean drop() {
        dropped = true;
        shelf.clear();
        notifyAll();
        return files >= BEGIN;
    }

    /** Once. */
    synchronized void end(End how) {
        end = Optional.of(how);
        if (!isWhole(how)) {
            drop();
        }
        shelf.leave();
        notifyAll();
    }

    /** Waits for how it ends. */
    synchronized Optional<End> ended() {
        while (end.isEmpty()) {
            pause();
        }
        return end;
    }

    /** Waits until enough was found to begin an answer with; how it ended, where it has. */
    synchronized Optional<End> begun() {
        while (end.isEmpty() && (dropped || files < BEGIN)) {
            pause();
        }
        return end;
    }

    /** Of all files that are kept, once they are. */
    synchronized Optional<Tally> tally() {
        return end.filter(LogPass::isWhole).map(End::counted);
    }

    static boolean isWhole(End how) {
        return how.match(whole -> true, there -> false, failed -> false);
    }

    /** Waits for the end of a pass whose files were given up, and says what they came to. */
    Tally counted() {
        return ended().orElseThrow().counted();
    }

    /** Waits for the block; empty behind the last one, and when what was packed was given up. */
    synchronized Optional<PackedBlock> block(int at) {
        while (end.isEmpty() && !dropped && at >= blocks) {
            pause();
        }
        end.ifPresent(End::counted);
        return shelf.block(at);
    }

    /** Whether it failed in a way that does not pass by itself. */
    synchronized boolean isBroken() {
        return end.filter(how -> how.match(whole -> false, there -> false, Failed::lasts))
                .isPresent();
    }

    synchronized boolean isDropped() {
        return dropped;
    }

    private void pause() {
        try {
            wait();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TableFailure(TableProblems.busy(), true, stopped);
        }
    }
}
