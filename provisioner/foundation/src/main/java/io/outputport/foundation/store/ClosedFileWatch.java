package io.outputport.foundation.store;

import io.outputport.foundation.outcome.Quote;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens an H2 file again that H2 has closed: it does so for good after a write that failed, on a full disk for example, and
 * every connection to it, an old or a new one, is refused from then on.
 */
final class ClosedFileWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClosedFileWatch.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** A try reads much of a large file, so the pauses grow from one look to this many. */
    private static final int LONGEST_PAUSE = 8;
    /** After so many looks a new process is the last that may help. */
    private static final int PATIENCE = 60;
    /** With less room than this no process can help. */
    private static final long LEAST_ROOM = 1024 * 1024;

    private static final long SPARE = 128 * 1024 * 1024;
    private static final int LONGEST_CAUSE = 200;

    private final DatabaseConnections connections;
    private final String name;
    private final H2File file;
    private final ScheduledExecutorService looking;
    private int pause = 1;
    private int untilTry;
    private volatile int looksInVain;

    private ClosedFileWatch(DatabaseConnections connections, String name, H2File file, Duration look) {
        this.connections = connections;
        this.name = name;
        this.file = file;
        this.looking = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "database-watch");
            thread.setDaemon(true);
            return thread;
        });
        looking.scheduleWithFixedDelay(this::look, look.toMillis(), look.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Empty for a database that is no file of ours. */
    static Optional<ClosedFileWatch> of(DatabaseConnections connections, DatabaseSettings settings) {
        return of(connections, settings, LOOK);
    }

    static Optional<ClosedFileWatch> of(DatabaseConnections connections, DatabaseSettings settings, Duration look) {
        return H2File.of(settings)
                .map(file -> new ClosedFileWatch(connections, settings.purpose().database(), file, look));
    }

    /** Whether it has been closed for long, and not for want of room. */
    boolean isLost() {
        return looksInVain >= PATIENCE && file.room() >= LEAST_ROOM;
    }

    /** More than a quarter of the volume, or than the {@link #SPARE} that an H2 file may grow by for what is in hand. */
    boolean hasSpareRoom() {
        return file.room() >= Math.min(SPARE, file.capacity() / 4);
    }

    /** Must not throw: the schedule would end. */
    private void look() {
        try {
            if (looksInVain == 0) {
                connections.closedBy().ifPresent(this::abandon);
            } else {
                looksInVain++;
                tryAgain();
            }
        } catch (RuntimeException | Error bug) {
            LOG.error("The {} could not be looked at.", name, bug);
        }
    }

    private void abandon(Throwable cause) {
        looksInVain = 1;
        LOG.error(
                "H2 has closed the file of the {} ({}). It is opened again as soon as that is possible.",
                name,
                innermost(cause));
        connections.abandon();
    }

    private void tryAgain() {
        if (--untilTry > 0) {
            return;
        }
        try {
            connections.reopen();
            LOG.info("The file of the {} is open again.", name);
            looksInVain = 0;
            pause = 1;
        } catch (SQLException closed) {
            LOG.debug("The file of the {} cannot be opened yet.", name, closed);
            untilTry = pause;
            pause = Math.min(2 * pause, LONGEST_PAUSE);
        }
    }

    private static String innermost(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .reduce((outer, inner) -> inner)
                .map(cause -> Quote.of(String.valueOf(cause.getMessage()), LONGEST_CAUSE))
                .orElseThrow();
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
