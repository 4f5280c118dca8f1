package io.outputport.sharing.table.delta.engine;

import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.storage.StoredFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/**
 * A table's folder as Kernel sees it: nothing outside of it is there, whatever its log names, and nothing can be written.
 */
public final class TableFiles implements FileIO {
    /** The table's folder, in the form in which Kernel names it: under a scheme that no file system of a library answers to. */
    public static final String ROOT = "table:/t";

    private final Storage storage;
    private final StoragePath table;
    private final ReadBudget budget;
    private Optional<IOException> away = Optional.empty();

    public TableFiles(Storage storage, StoragePath table, ReadBudget budget) {
        this.storage = storage;
        this.table = table;
        this.budget = budget;
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String path) throws IOException {
        StoragePath from = place(path);
        return reach(() -> Utils.toCloseableIterator(storage.list(from.folder(), from.name()).stream()
                .map(this::status)
                .iterator()));
    }

    @Override
    public FileStatus getFileStatus(String path) throws IOException {
        return reach(() -> status(storage.find(place(path))));
    }

    @Override
    public String resolvePath(String path) {
        return path;
    }

    @Override
    public InputFile newInputFile(String path, long size) {
        return new ChannelInput(path, size, this::open);
    }

    private ChannelInput.Stream open(String path) throws IOException {
        SeekableByteChannel channel = reach(() -> storage.open(place(path)));
        try {
            budget.open(path, channel.size());
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
        return new ChannelInput.Stream(channel, budget, path);
    }

    /** A look at the storage. */
    @FunctionalInterface
    private interface Look<T> {
        T at() throws IOException;
    }

    /** Kernel tries several files, and some of them again; a storage that was silent once is not waited for each time. */
    private <T> T reach(Look<T> look) throws IOException {
        if (away.isPresent()) {
            throw away.get();
        }
        try {
            return look.at();
        } catch (IOException failed) {
            IOException told = StorageAway.unlessMissing(failed);
            away = Optional.of(told).filter(StorageAway.class::isInstance);
            throw told;
        }
    }

    private FileStatus status(StoredFile file) {
        String below = file.path().value().substring(table.value().length());
        String path = ROOT + (below.startsWith("/") ? below : "/" + below);
        return FileStatus.of(path, file.size(), file.modified());
    }

    /** Empty for a path that a hostile log leads elsewhere. */
    public static Optional<StoragePath> below(StoragePath table, String path) {
        return path.startsWith(ROOT + "/")
                ? table.below(path.substring(ROOT.length() + 1))
                        .match(Optional::of, (after, problem) -> Optional.empty(), problems -> Optional.empty())
                : Optional.empty();
    }

    /** What is elsewhere is not there. */
    private StoragePath place(String path) throws IOException {
        return below(table, path).orElseThrow(() -> new FileNotFoundException("outside of the table"));
    }

    @Override
    public boolean mkdirs(String path) {
        throw readOnly();
    }

    @Override
    public OutputFile newOutputFile(String path) {
        throw readOnly();
    }

    @Override
    public boolean delete(String path) {
        throw readOnly();
    }

    @Override
    public void copyFileAtomically(String from, String to, boolean overwrite) {
        throw readOnly();
    }

    @Override
    public Optional<String> getConf(String name) {
        return Optional.empty();
    }

    /** Kernel writes files only for who begins a transaction or a checkpoint, and whoever is given this engine only scans. */
    private static UnsupportedOperationException readOnly() {
        return new UnsupportedOperationException("shared tables are only read");
    }
}
