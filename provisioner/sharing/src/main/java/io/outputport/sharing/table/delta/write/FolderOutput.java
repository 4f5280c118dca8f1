package io.outputport.sharing.table.delta.write;

import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import io.delta.kernel.utils.CloseableIterator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file of this machine that Kernel writes. */
record FolderOutput(String path) implements OutputFile {

    @Override
    public PositionOutputStream create(boolean overwrite) throws IOException {
        Path file = Path.of(path);
        Files.createDirectories(file.getParent());
        OpenOption already = overwrite ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW;
        return new Counted(new BufferedOutputStream(
                Files.newOutputStream(file, already, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)));
    }

    /** Nobody sees half a commit, and of two writers of the same version one is refused. */
    @Override
    public void writeAtomically(CloseableIterator<String> lines, boolean overwrite) throws IOException {
        Path file = Path.of(path);
        Path written = Files.createTempFile(file.getParent(), ".", ".tmp");
        try (lines;
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(written))) {
            while (lines.hasNext()) {
                out.write((lines.next() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        if (overwrite) {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.createLink(file, written);
        } finally {
            Files.delete(written);
        }
    }

    /** Knows how much went through it. */
    private static final class Counted extends PositionOutputStream {
        private final OutputStream out;
        private long position;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
