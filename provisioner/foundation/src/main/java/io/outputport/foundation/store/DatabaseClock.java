package io.outputport.foundation.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of the database that several replicas share, so that they agree on what is due and on who is dead, however
 * wrong their own clocks are.
 */
public final class DatabaseClock implements InstantSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    /** A slower answer tells the time too vaguely. */
    private static final Duration SLOWEST = Duration.ofSeconds(1);
    /** A difference worth telling the operator. */
    private static final Duration REMARKABLE = Duration.ofSeconds(5);

    private final Database database;
    private final String name;
    private final InstantSource own;
    private final ScheduledExecutorService adjusting;
    private volatile Duration ahead = Duration.ZERO;

    /** @param name what messages call the database, for example {@code task database} */
    DatabaseClock(Database database, String name, InstantSource own) {
        this.database = database;
        this.name = name;
        this.own = own;
        adjust();
        if (ahead.abs().compareTo(REMARKABLE) > 0) {
            LOG.warn(
                    "The clock of this machine differs from the {}'s by {} s; the database's is used.",
                    name,
                    ahead.abs().toSeconds());
        }
        adjusting = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "database-clock");
            thread.setDaemon(true);
            return thread;
        });
        adjusting.scheduleWithFixedDelay(this::adjust, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Instant instant() {
        return own.instant().plus(ahead);
    }

    /** An outage of the database leaves the clock as it was. */
    private void adjust() {
        try {
            Instant before = own.instant();
            Instant there = database.run(handle -> handle.createQuery("select clock_timestamp()")
                    .mapTo(OffsetDateTime.class)
                    .one()
                    .toInstant());
            Duration took = Duration.between(before, own.instant());
            if (!took.isNegative() && took.compareTo(SLOWEST) < 0) {
                ahead = Duration.between(before.plus(took.dividedBy(2)), there);
            }
        } catch (JdbiException away) {
            LOG.debug("The {} did not tell its time.", name, away);
        }
    }

    @Override
    public void close() {
        adjusting.shutdownNow();
    }
}
