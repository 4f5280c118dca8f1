package io.outputport.sharing.protocol.selection;

import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The files that come next by their ids. That order is the same wherever and whenever a version is read, also after somebody
 * has written a checkpoint of it, in which files stand in another order.
 */
public final class FilePage implements LiveFiles {
    private record PagedFile(String id, DataFile file) {}

    private final Iterator<PagedFile> page;
    private final Optional<String> last;

    private FilePage(Iterator<PagedFile> page, Optional<String> last) {
        this.page = page;
        this.last = last;
    }

    /** @param after the id that the page before ended with; empty is the first page */
    public static FilePage of(LiveFiles files, String after, int most) {
        PriorityQueue<PagedFile> first =
                new PriorityQueue<>(Comparator.comparing(PagedFile::id).reversed());
        boolean more = false;
        while (files.hasNext()) {
            DataFile file = files.next();
            String id = file.id().hex();
            if (id.compareTo(after) > 0) {
                first.add(new PagedFile(id, file));
                more |= first.size() > most;
                if (first.size() > most) {
                    first.remove();
                }
            }
        }
        Optional<String> last = more ? Optional.of(first.element().id()) : Optional.empty();
        return new FilePage(
                first.stream().sorted(Comparator.comparing(PagedFile::id)).iterator(), last);
    }

    /** The id with which this page ends, where another one comes after it. */
    public Optional<String> last() {
        return last;
    }

    @Override
    public boolean hasNext() {
        return page.hasNext();
    }

    @Override
    public DataFile next() {
        return page.next().file();
    }

    @Override
    public void close() {
        // All of it is in memory.
    }
}
