package io.outputport.sharing.admin.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.sharing.share.Share;
import io.outputport.sharing.share.SharedTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A share as it is kept. */
@Serdeable
public record ShareView(
        String id,
        String name,
        Optional<String> comment,
        Optional<String> tokenLifetime,
        Optional<String> urlLifetime,
        long version,
        List<TableView> tables) {
    /** A table of it. */
    @Serdeable
    public record TableView(
            String id,
            String schema,
            String name,
            String storage,
            String path,
            boolean historyShared,
            Map<String, String> partitionFilter) {
        static TableView of(SharedTable table) {
            return new TableView(
                    table.id().toString(),
                    table.schema(),
                    table.name(),
                    table.location().storage(),
                    table.location().path(),
                    table.historyShared(),
                    new TreeMap<>(table.filter().values()));
        }
    }

    /** As it can be sent again. */
    private static String seconds(Duration lifetime) {
        return lifetime.toSeconds() + "s";
    }

    public static ShareView of(Share share) {
        return new ShareView(
                share.id().toString(),
                share.name(),
                share.comment(),
                share.lifetimes().token().map(ShareView::seconds),
                share.lifetimes().address().map(ShareView::seconds),
                share.version(),
                share.tables().stream().map(TableView::of).toList());
    }
}
