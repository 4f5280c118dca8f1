package io.outputport.sharing.admin.wire;

import io.micronaut.core.annotation.Introspected;
import io.outputport.sharing.recipient.Lifetimes;
import io.outputport.sharing.share.RowFilter;
import io.outputport.sharing.share.ShareDraft;
import io.outputport.sharing.share.ShareDraft.TableDraft;
import io.outputport.sharing.share.TableLocation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A share, complete: a table that is not named goes away.
 *
 * @param tokenLifetime how old a token may be that reads it, for example {@code 30d}
 * @param urlLifetime how long an address of a file is good, for example {@code 10m}
 */
@Introspected
public record ShareRequest(
        @Nullable String comment,
        @Nullable String tokenLifetime,
        @Nullable String urlLifetime,
        @Nullable List<@Nullable RequestedTable> tables) {
    private static final RequestedTable NOTHING = new RequestedTable(null, null, null, null, null, null);

    /** A table below a storage that the operator has set. */
    @Introspected
    public record RequestedTable(
            @Nullable String schema,
            @Nullable String name,
            @Nullable String storage,
            @Nullable String path,
            @Nullable Boolean historyShared,
            @Nullable Map<String, @Nullable String> partitionFilter) {
        private TableDraft draft() {
            return new TableDraft(
                    text(schema),
                    text(name),
                    new TableLocation(text(storage), text(path)),
                    Boolean.TRUE.equals(historyShared),
                    filter());
        }

        private RowFilter filter() {
            Map<String, String> values = new TreeMap<>();
            if (partitionFilter != null) {
                partitionFilter.forEach((column, value) -> values.put(column, text(value)));
            }
            return new RowFilter(values);
        }

        /** What is missing is refused as what is empty. */
        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    public ShareDraft draft(Lifetimes lifetimes) {
        List<@Nullable RequestedTable> named = tables == null ? List.of() : tables;
        return new ShareDraft(
                Optional.ofNullable(comment),
                lifetimes,
                named.stream()
                        .map(table -> table == null ? NOTHING.draft() : table.draft())
                        .toList());
    }
}
