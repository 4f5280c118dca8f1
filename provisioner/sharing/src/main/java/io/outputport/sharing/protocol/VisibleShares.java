package io.outputport.sharing.protocol;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.protocol.refusal.Refusals;
import io.outputport.sharing.recipient.Principal;
import io.outputport.sharing.share.NameRule;
import io.outputport.sharing.share.Share;
import io.outputport.sharing.share.SharedTable;
import io.outputport.sharing.share.Shares;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a caller named, if it is granted to it; one problem for all else. */
@Singleton
final class VisibleShares {
    private final Shares shares;

    VisibleShares(Shares shares) {
        this.shares = shares;
    }

    /**
     * A table, and the share through which it is read.
     *
     * @param grantee the recipient that the share is granted to
     */
    record VisibleTable(Share share, UUID grantee, SharedTable table) {}

    List<Share> shares(Principal caller) {
        return shares.granted(caller);
    }

    Outcome<Share> share(Principal caller, String name) {
        return granted(caller, name).map(Shares.Granted::share);
    }

    Outcome<Shares.Granted> granted(Principal caller, String name) {
        return found(shares.granted(caller, name));
    }

    /** The tables of a schema; a share has no empty one. */
    Outcome<List<VisibleTable>> schema(Principal caller, String share, String schema) {
        return granted(caller, share).then(found -> {
            List<VisibleTable> tables = tables(found).stream()
                    .filter(each -> NameRule.isSame(each.table().schema(), schema))
                    .toList();
            return found(Optional.of(tables).filter(some -> !some.isEmpty()));
        });
    }

    Outcome<VisibleTable> table(Principal caller, TablePath path) {
        return schema(caller, path.share(), path.schema())
                .then(tables -> found(tables.stream()
                        .filter(each -> NameRule.isSame(each.table().name(), path.table()))
                        .findFirst()));
    }

    static List<VisibleTable> tables(Shares.Granted granted) {
        return granted.share().tables().stream()
                .map(table -> new VisibleTable(granted.share(), granted.grantee(), table))
                .toList();
    }

    private static <T> Outcome<T> found(Optional<T> granted) {
        return granted.map(Outcome::done).orElseGet(() -> Outcome.stopped(Refusals.notGranted()));
    }
}
