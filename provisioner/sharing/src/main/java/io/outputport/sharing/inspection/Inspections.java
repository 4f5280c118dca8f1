package io.outputport.sharing.inspection;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.line.ReaderNeeds;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.storage.Storages;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.SnapshotFiles;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.Tables;
import io.outputport.sharing.table.Tally;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at tables where they lie. */
@Singleton
public final class Inspections {
    private final Storages storages;
    private final Tables tables;

    public Inspections(Storages storages, Tables tables) {
        this.storages = storages;
        this.tables = tables;
    }

    /** Stopped when the location itself is wrong; what is wrong with the table is part of what was found. */
    public Outcome<Inspection> inspect(TableLocation location) {
        if (storages.find(location.storage()).isEmpty()) {
            return Outcome.stopped(Problem.of(
                    TableProblems.STORAGE,
                    "There is no storage \"" + location.storage() + "\".",
                    storages.names().isEmpty()
                            ? "Set SHARING_STORAGE_<NAME> to a root and start again."
                            : "There are " + String.join(", ", storages.names()) + "."));
        }
        return StoragePath.parse(location.path())
                .then(path -> tables.latest(location)
                        .match(
                                Inspections::found,
                                Outcome::later,
                                problems -> Outcome.done(new Inspection(Optional.empty(), problems))));
    }

    private static Outcome<Inspection> found(Snapshot snapshot) {
        List<Problem> problems = new ArrayList<>();
        ReaderNeeds.refusal(snapshot).ifPresent(problems::add);
        return snapshot.read()
                .match(
                        files -> Outcome.done(new Inspection(Optional.of(found(snapshot, counted(files))), problems)),
                        Outcome::later,
                        more -> {
                            problems.addAll(more);
                            return Outcome.done(
                                    new Inspection(Optional.of(found(snapshot, Optional.empty())), problems));
                        });
    }

    private static Optional<Tally> counted(SnapshotFiles files) {
        try (files) {
            return files.tally();
        }
    }

    private static Inspection.Found found(Snapshot snapshot, Optional<Tally> tally) {
        TableMetadata metadata = snapshot.metadata();
        return new Inspection.Found(
                "delta",
                snapshot.version(),
                InspectedColumn.of(metadata.schema()),
                metadata.partitionColumns(),
                snapshot.readerFeatures(),
                tally);
    }
}
