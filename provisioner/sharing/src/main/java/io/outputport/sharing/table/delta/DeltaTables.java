package io.outputport.sharing.table.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.KernelException;
import io.delta.kernel.internal.DeltaHistoryManager;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.storage.Storages;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.delta.engine.DeltaEngine;
import io.outputport.sharing.table.delta.engine.ReadBudget;
import io.outputport.sharing.table.delta.engine.TableFiles;
import io.outputport.sharing.table.source.TableSource;
import io.outputport.sharing.table.source.TableVersion;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Opens Delta tables in the storages of this server. */
@Singleton
public final class DeltaTables implements TableSource {
    private final Storages storages;
    private final ReadBudget.Limits limits;

    @Inject
    public DeltaTables(Storages storages) {
        this(storages, ReadBudget.Limits.usual());
    }

    DeltaTables(Storages storages, ReadBudget.Limits limits) {
        this.storages = storages;
        this.limits = limits;
    }

    @Override
    public Outcome<TableVersion> newest(TableLocation location) {
        return at(location, folder -> Outcome.done(new DeltaVersion(newest(engine(folder)), folder)));
    }

    @Override
    public Outcome<TableVersion> numbered(TableLocation location, long number) {
        return at(location, folder -> numbered(folder, number));
    }

    private static Outcome<TableVersion> numbered(DeltaFolder folder, long number) {
        Engine engine = engine(folder);
        try {
            Snapshot snapshot =
                    TableManager.loadSnapshot(TableFiles.ROOT).atVersion(number).build(engine);
            return Outcome.done(new DeltaVersion(snapshot, folder));
        } catch (RuntimeException failed) {
            boolean lost = DeltaHistoryManager.getEarliestRecreatableCommit(
                            engine, newest(engine).getLogPath(), Optional.empty())
                    > number;
            return lost ? Outcome.stopped(TableProblems.lostVersion(number)) : DeltaFailure.outcome(failed);
        }
    }

    @Override
    public Outcome<Long> asOf(TableLocation location, Instant time) {
        return at(location, folder -> {
            Engine engine = engine(folder);
            Snapshot newest = newest(engine);
            return newest.getTimestamp(engine) < time.toEpochMilli()
                    ? Outcome.stopped(TableProblems.noVersionThen("after the last version"))
                    : history(() -> DeltaHistoryManager.getActiveCommitAtTimestamp(
                                    engine,
                                    newest,
                                    newest.getLogPath(),
                                    time.toEpochMilli(),
                                    true,
                                    true,
                                    false,
                                    List.of())
                            .getVersion());
        });
    }

    @Override
    public Outcome<Long> since(TableLocation location, Instant time) {
        return at(location, folder -> {
            Engine engine = engine(folder);
            Snapshot newest = newest(engine);
            return newest.getTimestamp(engine) < time.toEpochMilli()
                    ? Outcome.stopped(TableProblems.noVersionThen("after the last version"))
                    : Outcome.done(DeltaHistoryManager.getVersionAtOrAfterTimestamp(
                            engine, newest.getLogPath(), time.toEpochMilli(), newest, List.of()));
        });
    }

    /** Kernel says by an exception of its general kind that a time is before all that it can read. */
    private static Outcome<Long> history(Supplier<Long> version) {
        try {
            return Outcome.done(version.get());
        } catch (KernelException before) {
            return Outcome.stopped(TableProblems.noVersionThen("before the first version that can still be read"));
        }
    }

    private static Engine engine(DeltaFolder folder) {
        return new DeltaEngine(folder.pass());
    }

    private static Snapshot newest(Engine engine) {
        return TableManager.loadSnapshot(TableFiles.ROOT).build(engine);
    }

    private <T> Outcome<T> at(TableLocation location, Function<DeltaFolder, Outcome<T>> look) {
        Optional<Storage> storage = storages.find(location.storage());
        if (storage.isEmpty()) {
            return Outcome.stopped(TableProblems.storage());
        }
        return StoragePath.parse(location.path()).then(path -> {
            try {
                return look.apply(new DeltaFolder(storage.get(), path, limits));
            } catch (RuntimeException failed) {
                return DeltaFailure.outcome(failed);
            }
        });
    }
}
