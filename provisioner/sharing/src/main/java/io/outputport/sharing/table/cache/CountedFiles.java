package io.outputport.sharing.table.cache;

import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.Tally;
import java.util.function.Supplier;

/** Files of a log that is read once more: one that somebody cut off meanwhile reads like a shorter one. */
final class CountedFiles implements LiveFiles {
    private final LiveFiles files;
    private final Supplier<Tally> tally;
    private long count;
    private long bytes;

    /** @param tally what they come to in another pass, which is asked when this one is through */
    CountedFiles(LiveFiles files, Supplier<Tally> tally) {
        this.files = files;
        this.tally = tally;
    }

    /** Leaves out what somebody has had of another pass: a version is always gone through in the same order. */
    void skip(Tally had) {
        while (count < had.files() && files.hasNext()) {
            next();
        }
        if (!had.equals(new Tally(count, bytes))) {
            throw changed();
        }
    }

    @Override
    public boolean hasNext() {
        boolean more = files.hasNext();
        if (!more && !tally.get().equals(new Tally(count, bytes))) {
            throw changed();
        }
        return more;
    }

    private static TableFailure changed() {
        Problem changed = TableProblems.changed();
        return new TableFailure(changed, true, new IllegalStateException(changed.message()));
    }

    @Override
    public DataFile next() {
        DataFile file = files.next();
        count++;
        bytes += file.size();
        return file;
    }

    @Override
    public void close() {
        files.close();
    }
}
