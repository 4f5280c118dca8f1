package io.outputport.sharing.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.outputport.sharing.share.RowFilter;
import io.outputport.sharing.share.Share;
import io.outputport.sharing.share.SharedTable;
import io.outputport.sharing.share.TableLocation;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    private record Head(UUID id, String name, Optional<String> comment, long version) {
        Share with(List<SharedTable> tables) {
            return new Share(id, name, comment, version, tables);
        }
    }

    private record Row(UUID share, SharedTable table) {}

    private ShareRows() {}

    /** By name, whatever the case. */
    static List<Share> where(Handle handle, String condition, UnaryOperator<Query> bound) {
        List<Head> heads = bound.apply(
                        handle.createQuery("select s.id, s.name, s.comment, s.version from share s where " + condition
                                + " order by s.name_key"))
                .map(ShareRows::head)
                .list();
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

    private static Head head(ResultSet row, StatementContext context) throws SQLException {
        return new Head(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getString("comment")),
                row.getLong("version"));
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
