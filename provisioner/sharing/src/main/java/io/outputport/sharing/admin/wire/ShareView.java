package io.outputport.sharing.admin.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.sharing.share.Share;
import io.outputport.sharing.share.SharedTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A share as it is kept. */
@Serdeable
public record ShareView(String id, String name, Optional<String> comment, long version, List<Table> tables) {
    /** A table of it. */
    @Serdeable
    public record Table(
            String id,
            String schema,
            String name,
            String storage,
            String path,
            boolean historyShared,
            Map<String, String> partitionFilter) {
        static Table of(SharedTable table) {
            return new Table(
                    table.id().toString(),
                    table.schema(),
                    table.name(),
                    table.location().storage(),
                    table.location().path(),
                    table.historyShared(),
                    new TreeMap<>(table.filter().values()));
        }
    }

    public static ShareView of(Share share) {
        return new ShareView(
                share.id().toString(),
                share.name(),
                share.comment(),
                share.version(),
                share.tables().stream().map(Table::of).toList());
    }
}
