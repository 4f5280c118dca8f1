package io.outputport.sharing.protocol.selection;

import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/** Some of the files, one after the other. */
final class FilteredFiles implements LiveFiles {
    private final LiveFiles files;
    private final Predicate<DataFile> wanted;
    private Optional<DataFile> next = Optional.empty();

    FilteredFiles(LiveFiles files, Predicate<DataFile> wanted) {
        this.files = files;
        this.wanted = wanted;
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && files.hasNext()) {
            next = Optional.of(files.next()).filter(wanted);
        }
        return next.isPresent();
    }

    @Override
    public DataFile next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        DataFile file = next.orElseThrow();
        next = Optional.empty();
        return file;
    }

    @Override
    public void close() {
        files.close();
    }
}
