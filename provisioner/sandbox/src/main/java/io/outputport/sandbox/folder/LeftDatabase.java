package io.outputport.sandbox.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A PostgreSQL server that goes on running after its sandbox was killed. */
final class LeftDatabase {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration POLL = Duration.ofMillis(20);

    private LeftDatabase() {}

    static void stop(Path dataFolder) throws IOException {
        Optional<ProcessHandle> server = serverOf(dataFolder);
        if (server.isPresent()) {
            server.get().destroy();
            if (!ends(server.get())) {
                server.get().destroyForcibly();
                ends(server.get());
            }
        }
    }

    /** The process that the folder's pid file names, if it still is a PostgreSQL server and not a later process. */
    private static Optional<ProcessHandle> serverOf(Path dataFolder) throws IOException {
        Path pidFile = dataFolder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.stream()
                .findFirst()
                .filter(line -> line.matches("\\d{1,10}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(LeftDatabase::isServer);
    }

    /** Waits a while. Where nobody collects dead processes, as in many containers, one that has ended stays listed. */
    private static boolean ends(ProcessHandle server) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (isServer(server) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL.toNanos());
        }
        return !isServer(server);
    }

    private static boolean isServer(ProcessHandle process) {
        return process.isAlive() && process.info().command().orElse("").endsWith("postgres");
    }
}
