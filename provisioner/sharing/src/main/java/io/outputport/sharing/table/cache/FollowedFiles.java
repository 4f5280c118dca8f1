package io.outputport.sharing.table.cache;

import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Tally;
import io.outputport.sharing.table.packed.FileRecords;
import io.outputport.sharing.table.packed.PackedBlock;
import java.nio.ByteBuffer;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The files of a pass, block by block, also while it goes on. Where it turns out to be too large to be kept, the rest comes from
 * elsewhere.
 */
final class FollowedFiles implements LiveFiles {
    private final LogPass pass;
    private final Function<Tally, LiveFiles> behind;
    private ByteBuffer records = ByteBuffer.allocate(0);
    private int next;
    private long count;
    private long bytes;
    private Optional<LiveFiles> rest = Optional.empty();

    /** @param behind the files that come after those that were had */
    FollowedFiles(LogPass pass, Function<Tally, LiveFiles> behind) {
        this.pass = pass;
        this.behind = behind;
    }

    @Override
    public boolean hasNext() {
        while (!records.hasRemaining() && rest.isEmpty()) {
            Optional<PackedBlock> block = pass.block(next);
            if (block.isPresent()) {
                next++;
                records = ByteBuffer.wrap(pass.shelf().records(block.get()));
            } else if (pass.isDropped()) {
                rest = Optional.of(behind.apply(new Tally(count, bytes)));
            } else {
                return false;
            }
        }
        return records.hasRemaining() || rest.orElseThrow().hasNext();
    }

    @Override
    public DataFile next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!records.hasRemaining()) {
            return rest.orElseThrow().next();
        }
        DataFile file = FileRecords.read(records);
        count++;
        bytes += file.size();
        return file;
    }

    @Override
    public void close() {
        rest.ifPresent(LiveFiles::close);
    }
}
