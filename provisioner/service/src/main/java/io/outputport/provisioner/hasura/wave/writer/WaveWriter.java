package io.outputport.provisioner.hasura.wave.writer;

import io.outputport.provisioner.hasura.wave.aftermath.BrokenNeighbours;
import io.outputport.provisioner.hasura.wave.entry.Claimed;
import io.outputport.provisioner.hasura.wave.entry.WriterEntries;
import io.outputport.provisioner.hasura.wave.entry.WriterLease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of this process. While there is something to write it tries to hold the lease of all replicas; the
 * holder takes what waits, wave after wave, and what a holder that died has left.
 */
public final class WaveWriter {
    private static final Logger LOG = LoggerFactory.getLogger(WaveWriter.class);
    private static final int MOST_AT_ONCE = 1000;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LEASE_IS_TAKEN = Duration.ofMillis(250);
    private static final Duration RENEWAL = Duration.ofSeconds(4);
    /** For so long a verdict that nobody took is called out again. */
    private static final Duration CALLED_OUT = Duration.ofSeconds(15);

    private final WriterEntries entries;
    private final WriterLease lease;
    private final Consumer<String> waking;
    private final Work work;
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "hasura-writer");
    private volatile boolean stopping;
    private Instant lastWave = Instant.MIN;

    /**
     * What the writer does with a wave, and beside it.
     *
     * @param grace how long a write may still take when the service stops
     */
    public record Work(
            Turn turn, BrokenNeighbours neighbours, Debounce debounce, InstantSource clock, Duration grace) {}

    /** Brings one wave to its end. */
    @FunctionalInterface
    public interface Turn {
        void carryOut(List<Claimed> wave);
    }

    public WaveWriter(WriterEntries entries, WriterLease lease, Consumer<String> waking, Work work) {
        this.entries = entries;
        this.lease = lease;
        this.waking = waking;
        this.work = work;
    }

    void start() {
        releaseDeadLease();
        thread.setDaemon(true);
        thread.start();
    }

    private void releaseDeadLease() {
        try {
            lease.releaseIfAlone();
        } catch (JdbiException unavailable) {
            LOG.warn("A lease that a dead process may have left is waited for.", unavailable);
        }
    }

    /** There is something to write. */
    public void signal() {
        signal.release();
    }

    /** A wave that is under way gets a little time; what it does not get done, the next holder finds out. */
    public void stop() {
        stopping = true;
        signal();
        try {
            thread.join(work.grace().toMillis());
            thread.interrupt();
            thread.join(RENEWAL.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                if (!round()) {
                    pauseUntilSignal(LOOK);
                }
            } catch (JdbiException unavailable) {
                LOG.warn("The writer cannot reach the task database.", unavailable);
                pauseUntilSignal(LOOK);
            } catch (RuntimeException | Error bug) {
                LOG.error("A wave could not be carried out; its ports are tried again.", bug);
                pauseUntilSignal(LOOK);
            }
        }
    }

    private void pauseUntilSignal(Duration length) {
        try {
            if (signal.tryAcquire(length.toMillis(), TimeUnit.MILLISECONDS)) {
                signal.drainPermits();
            }
        } catch (InterruptedException ending) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether to look again at once */
    private boolean round() {
        work.neighbours().mend();
        if (work.clock().instant().isBefore(lastWave.plus(CALLED_OUT))) {
            entries.notTaken().forEach(waking);
        }
        if (entries.open() == 0) {
            return false;
        }
        if (!lease.take()) {
            pauseUntilSignal(LEASE_IS_TAKEN);
            return true;
        }
        ScheduledExecutorService renewal = renewLease();
        try {
            while (!stopping && entries.open() > 0) {
                wave();
            }
        } finally {
            renewal.shutdownNow();
            lease.giveBack();
        }
        return false;
    }

    private void wave() {
        work.debounce().await(() -> entries.open());
        Instant begun = work.clock().instant();
        List<Claimed> wave = entries.claim(lease.holder(), MOST_AT_ONCE);
        work.turn().carryOut(wave);
        lastWave = work.clock().instant();
        work.debounce().wrote(Duration.between(begun, lastWave));
    }

    private ScheduledExecutorService renewLease() {
        ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread renewing = new Thread(task, "hasura-lease");
            renewing.setDaemon(true);
            return renewing;
        });
        long period = RENEWAL.toMillis();
        renewal.scheduleAtFixedRate(this::renew, period, period, TimeUnit.MILLISECONDS);
        return renewal;
    }

    /** Must not throw: the schedule would end. Whoever takes over in the meantime is found out when verdicts are stored. */
    private void renew() {
        try {
            if (!lease.take()) {
                LOG.warn("Another replica has taken over the writing to Hasura.");
            }
        } catch (JdbiException unavailable) {
            LOG.warn("The lease for writing to Hasura could not be renewed.", unavailable);
        }
    }
}
