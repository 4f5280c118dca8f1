package io.outputport.sharing.protocol;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.protocol.refusal.Refusals;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.Tables;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The newest version of a table that a call names: granted, and readable. */
@Singleton
final class OpenedTables {
    private final VisibleShares visible;
    private final Tables tables;

    OpenedTables(VisibleShares visible, Tables tables) {
        this.visible = visible;
        this.tables = tables;
    }

    /** A version of a granted table. */
    record Opened(VisibleShares.Table granted, Snapshot snapshot) {}

    Outcome<VisibleShares.Table> granted(Calls.Call call, TablePath path) {
        return visible.table(call.caller(), path);
    }

    /** @param other the first parameter that asks for another version, if any does */
    Outcome<Opened> newest(Calls.Call call, TablePath path, Optional<String> other) {
        return granted(call, path)
                .then(table -> refuseOther(table, other))
                .then(table -> tables.latest(table.table().location()).map(snapshot -> new Opened(table, snapshot)));
    }

    private static Outcome<VisibleShares.Table> refuseOther(VisibleShares.Table table, Optional<String> other) {
        if (other.isEmpty()) {
            return Outcome.done(table);
        }
        return Outcome.stopped(
                table.table().historyShared()
                        ? Refusals.notServed(
                                "Reading a table by " + other.get(), "Ask for the newest version, without it.")
                        : Refusals.parameter(
                                "The history of this table is not shared, so that " + other.get() + " cannot be given.",
                                "Ask for the newest version, without it."));
    }
}
