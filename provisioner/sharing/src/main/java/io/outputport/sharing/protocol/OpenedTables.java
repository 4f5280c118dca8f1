package io.outputport.sharing.protocol;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.predicate.PartitionFilter;
import io.outputport.sharing.protocol.ask.VersionChoice;
import io.outputport.sharing.protocol.refusal.Refusals;
import io.outputport.sharing.protocol.selection.GrantedFiles;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.SnapshotFiles;
import io.outputport.sharing.table.Tables;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The version of a table that a call names: granted, and readable. Others than the newest only where history is shared. */
@Singleton
final class OpenedTables {
    private final VisibleShares visible;
    private final Tables tables;

    OpenedTables(VisibleShares visible, Tables tables) {
        this.visible = visible;
        this.tables = tables;
    }

    /** A version of a granted table. */
    record Opened(VisibleShares.VisibleTable granted, Snapshot snapshot) {}

    Outcome<VisibleShares.VisibleTable> granted(Calls.Call call, TablePath path) {
        return visible.table(call.caller(), path)
                .then(table -> table.share().lifetimes().admit(call.caller().credential(), call.began())
                        ? Outcome.done(table)
                        : Outcome.stopped(Refusals.tooOld()));
    }

    Outcome<Opened> open(VisibleShares.VisibleTable table, VersionChoice choice) {
        return shared(table, choice)
                .then(location -> snapshot(location, choice))
                .map(snapshot -> new Opened(table, snapshot));
    }

    /** One that an answer of ours named, which is granted with it. */
    Outcome<Opened> again(VisibleShares.VisibleTable table, long version) {
        return tables.numbered(table.table().location(), version).map(snapshot -> new Opened(table, snapshot));
    }

    /** The number of the first version that was written then or later. */
    Outcome<Long> since(VisibleShares.VisibleTable table, Instant time) {
        return shared(table, new VersionChoice.AsOf(time)).then(location -> tables.since(location, time));
    }

    /** The files that the caller is granted; to be closed. */
    Outcome<SnapshotFiles> read(Calls.Call call, Opened opened) {
        return filter(call, opened)
                .then(filter -> opened.snapshot().read().map(files -> new GrantedFiles(files, filter)));
    }

    /** The same as they are found. Who is granted a part waits for all: what it may see has to be counted. */
    Outcome<SnapshotFiles> follow(Calls.Call call, Opened opened) {
        return filter(call, opened)
                .then(filter -> filter.grantsAll() ? opened.snapshot().follow() : read(call, opened));
    }

    private static Outcome<PartitionFilter> filter(Calls.Call call, Opened opened) {
        return PartitionFilter.of(
                opened.granted().table().filter(),
                call.caller().properties(),
                opened.snapshot().metadata());
    }

    /** @param what is asked for, without a full stop */
    <T> Outcome<T> refuseChanges(VisibleShares.VisibleTable table, String what) {
        return shared(table, new VersionChoice.Numbered(0))
                .then(location -> Outcome.stopped(Refusals.notServed(what, Refusals.WHOLE)));
    }

    private Outcome<Snapshot> snapshot(TableLocation location, VersionChoice choice) {
        if (choice instanceof VersionChoice.Numbered numbered) {
            return tables.numbered(location, numbered.version());
        }
        return choice instanceof VersionChoice.AsOf as ? tables.asOf(location, as.time()) : tables.latest(location);
    }

    private static Outcome<TableLocation> shared(VisibleShares.VisibleTable table, VersionChoice choice) {
        return choice instanceof VersionChoice.Newest || table.table().historyShared()
                ? Outcome.done(table.table().location())
                : Outcome.stopped(Refusals.parameter(
                        "The history of this table is not shared: there is only its newest version.",
                        "Leave version, timestamp and startingTimestamp out."));
    }
}
