package io.outputport.sharing.protocol.selection;

import io.outputport.sharing.predicate.Hints;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The files that a client cannot do without, and of these as many as have the rows that are enough for it. Only rows that are
 * certainly wanted count: of a file of which perhaps some are, it may be none.
 */
public final class WantedFiles implements LiveFiles {
    private final LiveFiles files;
    private final Hints hints;
    private final Optional<Long> limit;
    private long rows;

    public WantedFiles(LiveFiles files, Hints hints, Optional<Long> limit) {
        this.files =
                hints.areGiven() ? new FilteredFiles(files, file -> hints.of(file) != Hints.Wanted.NOTHING) : files;
        this.hints = hints;
        this.limit = limit;
    }

    @Override
    public boolean hasNext() {
        return limit.map(enough -> rows < enough).orElse(true) && files.hasNext();
    }

    @Override
    public DataFile next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        DataFile file = files.next();
        if (limit.isPresent() && hints.of(file) == Hints.Wanted.ALL) {
            rows += file.liveRows().orElse(0L);
        }
        return file;
    }

    @Override
    public void close() {
        files.close();
    }
}
