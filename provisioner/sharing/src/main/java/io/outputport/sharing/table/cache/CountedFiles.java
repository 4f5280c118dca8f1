package io.outputport.sharing.table.cache;

import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.Tally;

/** Files of a log that is read once more: one that somebody cut off meanwhile reads like a shorter one. */
final class CountedFiles implements LiveFiles {
    private final LiveFiles files;
    private final Tally tally;
    private long count;
    private long bytes;

    /** @param tally what they came to before */
    CountedFiles(LiveFiles files, Tally tally) {
        this.files = files;
        this.tally = tally;
    }

    @Override
    public boolean hasNext() {
        boolean more = files.hasNext();
        if (!more && !tally.equals(new Tally(count, bytes))) {
            Problem changed = TableProblems.unreadable("its log was changed while it was read");
            throw new TableFailure(changed, true, new IllegalStateException(changed.message()));
        }
        return more;
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
