package io.outputport.sharing.table.cache;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.Tables;
import io.outputport.sharing.table.packed.FileMemory;
import io.outputport.sharing.table.source.TableSource;
import io.outputport.sharing.table.source.TableVersion;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Tables of which is kept what was read: a version never changes, and whether it is still the newest is looked at now and
 * then. However many ask, a log is read once.
 */
@Singleton
public final class KeptTables implements Tables {
    private static final int MOST_TABLES = 1_000;
    private static final int MOST_WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TableSource source;
    private final InstantSource clock;
    private final CacheSettings settings;
    private final ColdReads turns;
    private final LogReading reading;
    private final Map<TableLocation, Head> heads = new LinkedHashMap<>(16, 0.75f, true);

    @Inject
    public KeptTables(TableSource source, Settings settings, InstantSource clock) {
        this(source, CacheSettings.from(settings), clock, PATIENCE);
    }

    KeptTables(TableSource source, CacheSettings settings, InstantSource clock, Duration patience) {
        this.source = source;
        this.clock = clock;
        this.settings = settings;
        this.turns = new ColdReads(settings.atATime(), MOST_WAITING, patience);
        this.reading = new LogReading(new FileMemory(settings.memory(), patience), turns);
    }

    @Override
    public Outcome<Snapshot> latest(TableLocation location) {
        return head(location).newest().map(Snapshot.class::cast);
    }

    @Override
    public Outcome<Snapshot> numbered(TableLocation location, long version) {
        Head head = head(location);
        return head.newest()
                .then(newest -> version > newest.version()
                        ? Outcome.stopped(TableProblems.laterVersion(version, newest.version()))
                        : head.numbered(version, number -> opened(() -> source.numbered(location, number)))
                                .map(Snapshot.class::cast));
    }

    @Override
    public Outcome<Snapshot> asOf(TableLocation location, Instant time) {
        return turns.run(() -> source.asOf(location, time)).then(version -> numbered(location, version));
    }

    @Override
    public Outcome<Long> since(TableLocation location, Instant time) {
        return turns.run(() -> source.since(location, time));
    }

    private Head head(TableLocation location) {
        synchronized (heads) {
            Head head = heads.computeIfAbsent(
                    location, one -> new Head(() -> opened(() -> source.newest(one)), clock, settings.probe()));
            if (heads.size() > MOST_TABLES) {
                heads.remove(heads.keySet().iterator().next());
            }
            return head;
        }
    }

    private Outcome<KeptVersion> opened(Supplier<Outcome<TableVersion>> opening) {
        return turns.run(opening).map(version -> new KeptVersion(version, reading));
    }
}
