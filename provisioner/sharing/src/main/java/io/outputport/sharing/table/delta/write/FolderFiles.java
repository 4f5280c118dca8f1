package io.outputport.sharing.table.delta.write;

import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import io.outputport.sharing.table.delta.engine.ChannelInput;
import io.outputport.sharing.table.delta.engine.ReadBudget;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of this machine as Kernel writes them: for tables of the server's own making. */
final class FolderFiles implements FileIO {
    @Override
    public CloseableIterator<FileStatus> listFrom(String path) throws IOException {
        Path from = Path.of(path);
        try (Stream<Path> files = Files.list(from.getParent())) {
            List<FileStatus> found = files.filter(file -> file.compareTo(from) >= 0)
                    .sorted()
                    .map(FolderFiles::status)
                    .toList();
            return Utils.toCloseableIterator(found.iterator());
        } catch (NoSuchFileException missing) {
            throw new FileNotFoundException(path);
        }
    }

    @Override
    public FileStatus getFileStatus(String path) throws IOException {
        if (!Files.exists(Path.of(path))) {
            throw new FileNotFoundException(path);
        }
        return status(Path.of(path));
    }

    private static FileStatus status(Path file) {
        try {
            return FileStatus.of(
                    file.toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toMillis());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public String resolvePath(String path) {
        return path;
    }

    @Override
    public boolean mkdirs(String path) throws IOException {
        return Files.isDirectory(Files.createDirectories(Path.of(path)));
    }

    @Override
    public InputFile newInputFile(String path, long size) {
        return new ChannelInput(
                path,
                size,
                name -> new ChannelInput.Stream(
                        Files.newByteChannel(Path.of(name)), new ReadBudget(ReadBudget.Limits.usual()), name));
    }

    @Override
    public OutputFile newOutputFile(String path) {
        return new FolderOutput(path);
    }

    @Override
    public boolean delete(String path) throws IOException {
        return Files.deleteIfExists(Path.of(path));
    }

    @Override
    public void copyFileAtomically(String from, String to, boolean overwrite) throws IOException {
        if (overwrite) {
            Files.copy(Path.of(from), Path.of(to), StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.copy(Path.of(from), Path.of(to));
        }
    }

    @Override
    public Optional<String> getConf(String name) {
        return Optional.empty();
    }
}
