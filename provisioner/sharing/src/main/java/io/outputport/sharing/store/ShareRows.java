package io.outputport.sharing.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.outputport.sharing.recipient.Lifetimes;
import io.outputport.sharing.share.RowFilter;
import io.outputport.sharing.share.Share;
import io.outputport.sharing.share.SharedTable;
import io.outputport.sharing.share.Shares;
import io.outputport.sharing.share.TableLocation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/** Shares with their tables, chosen by a condition on the row of the share, which the statements call {@code s}. */
final class ShareRows {
    private static final String COLUMNS = "s.id, s.name, s.comment, s.token_seconds, s.address_seconds, s.version";

    private record ShareRow(UUID id, String name, Optional<String> comment, Lifetimes lifetimes, long version) {
        Share with(List<SharedTable> tables) {
            return new Share(id, name, comment, lifetimes, version, tables);
        }
    }

    /** @param grantee empty where nobody of those who ask is granted it */
    private record GrantedHead(ShareRow head, Optional<UUID> grantee) {}

    private record Row(UUID share, SharedTable table) {}

    private ShareRows() {}

    /** By name, whatever the case. */
    static List<Share> where(Handle handle, String condition, UnaryOperator<Query> bound) {
        List<ShareRow> heads = bound.apply(handle.createQuery(
                        "select " + COLUMNS + " from share s where " + condition + " order by s.name_key"))
                .map(ShareRows::head)
                .list();
        return whole(handle, heads, condition, bound);
    }

    /** @param grantee a query of one column, and of a row at most: the recipient that the share is granted to */
    static Optional<Shares.Granted> granted(Handle handle, String grantee, UnaryOperator<Query> bound) {
        return bound.apply(handle.createQuery(
                        "select " + COLUMNS + ", (" + grantee + ") as grantee from share s where s.name_key = :name"))
                .map((row, context) ->
                        new GrantedHead(head(row, context), Optional.ofNullable(row.getObject("grantee", UUID.class))))
                .findOne()
                .flatMap(found -> found.grantee().map(by -> new Shares.Granted(whole(handle, found.head()), by)));
    }

    private static Share whole(Handle handle, ShareRow head) {
        return whole(handle, List.of(head), "s.id = :id", query -> query.bind("id", head.id()))
                .get(0);
    }

    private static List<Share> whole(
            Handle handle, List<ShareRow> heads, String condition, UnaryOperator<Query> bound) {
        if (heads.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<SharedTable>> tables = bound
                .apply(handle.createQuery(
                        "select t.share_id, t.id, t.schema_name, t.name, t.storage, t.path, t.history_shared, t.partition_filter"
                                + " from shared_table t join share s on s.id = t.share_id where " + condition))
                .map(ShareRows::row)
                .stream()
                .collect(groupingBy(Row::share, mapping(Row::table, toList())));
        return heads.stream()
                .map(head -> head.with(tables.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static ShareRow head(ResultSet row, StatementContext context) throws SQLException {
        return new ShareRow(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getString("comment")),
                new Lifetimes(seconds(row, "token_seconds"), seconds(row, "address_seconds")),
                row.getLong("version"));
    }

    private static Optional<Duration> seconds(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Duration::ofSeconds);
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getObject("share_id", UUID.class),
                new SharedTable(
                        row.getObject("id", UUID.class),
                        row.getString("schema_name"),
                        row.getString("name"),
                        new TableLocation(row.getString("storage"), row.getString("path")),
                        row.getBoolean("history_shared"),
                        new RowFilter(JsonColumns.properties(row.getString("partition_filter")))));
    }
}
