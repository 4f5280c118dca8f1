package io.outputport.sharing.protocol.selection;

import io.outputport.sharing.predicate.PartitionFilter;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.SnapshotFiles;
import io.outputport.sharing.table.Tally;
import java.util.Optional;

/** The files of a version that a recipient is granted. Nothing tells it that there are others, the sums least of all. */
public final class GrantedFiles implements SnapshotFiles {
    private final SnapshotFiles all;
    private final PartitionFilter filter;
    private final Optional<Tally> tally;

    public GrantedFiles(SnapshotFiles all, PartitionFilter filter) {
        this.all = all;
        this.filter = filter;
        this.tally = filter.grantsAll() ? all.tally() : Optional.of(counted());
    }

    private Tally counted() {
        try (LiveFiles files = files()) {
            long count = 0;
            long bytes = 0;
            while (files.hasNext()) {
                bytes += files.next().size();
                count++;
            }
            return new Tally(count, bytes);
        } catch (RuntimeException failed) {
            all.close();
            throw failed;
        }
    }

    @Override
    public Optional<Tally> tally() {
        return tally;
    }

    @Override
    public LiveFiles files() {
        return filter.grantsAll() ? all.files() : new FilteredFiles(all.files(), filter::grants);
    }

    @Override
    public void close() {
        all.close();
    }
}
