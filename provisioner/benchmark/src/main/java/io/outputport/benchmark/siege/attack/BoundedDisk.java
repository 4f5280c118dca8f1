package io.outputport.benchmark.siege.attack;

import io.outputport.benchmark.run.ScratchFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A small file system of its own, which can be filled and freed. Only root can have one. */
public final class BoundedDisk implements AutoCloseable {
    private static final int BLOCK = 64 * 1024;

    private final ScratchFolder folder;

    private BoundedDisk(ScratchFolder folder) {
        this.folder = folder;
    }

    /** Empty where this machine does not let us mount one. */
    public static Optional<BoundedDisk> mount(int mebibytes) throws IOException, InterruptedException {
        ScratchFolder folder = ScratchFolder.make("siege-disk");
        String size = "size=" + mebibytes + "m";
        if (run(List.of(
                "mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.path().toString()))) {
            return Optional.of(new BoundedDisk(folder));
        }
        folder.close();
        return Optional.empty();
    }

    public Path path() {
        return folder.path();
    }

    /** Until not a byte more fits. */
    void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast())) {
            byte[] block = new byte[BLOCK];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            if (Files.size(ballast()) == 0) {
                throw full;
            }
        }
    }

    void free() throws IOException {
        Files.delete(ballast());
    }

    @Override
    public void close() throws IOException {
        try {
            if (!run(List.of("umount", folder.path().toString()))) {
                throw new IOException("The file system at " + folder.path() + " could not be unmounted.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        folder.close();
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    private static boolean run(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
