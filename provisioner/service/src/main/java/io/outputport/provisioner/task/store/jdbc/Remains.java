package io.outputport.provisioner.task.store.jdbc;

import io.outputport.provisioner.task.TaskToken;
import io.outputport.provisioner.task.store.Retention;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What finished tasks leave behind, and until when. */
final class Remains {
    /** One statement deletes no more, so that none takes long. */
    private static final int AT_ONCE = 500;

    /** In the transaction that ends a task. What only looked is not needed again; its request may be large. */
    static void weigh(Handle handle, TaskToken token) {
        handle.createUpdate("update task set request = '' where token = :token and not changes")
                .bind("token", token.value())
                .execute();
        // The first thousand bytes are those of the row, its places in indexes and what it is counted by.
        handle.createUpdate("""
                        update task set kept = 1000 + octet_length(request) + coalesce(octet_length(ending), 0)
                            + (select coalesce(sum(octet_length(l.message)), 0) from task_log l where l.token = :token)
                        where token = :token""").bind("token", token.value()).execute();
    }

    /** @return how many were deleted */
    int forget(Handle handle, Retention retention) {
        int old = 0;
        for (int deleted = AT_ONCE; deleted == AT_ONCE; old += deleted) {
            deleted = deleteOld(handle, retention);
        }
        return old + deleteExcess(handle, retention.mostBytes());
    }

    private static int deleteOld(Handle handle, Retention retention) {
        return handle.createUpdate("""
                        delete from task where token in (select token from task
                            where finished_at < :changes or (finished_at < :reads and not changes)
                            fetch first :most rows only)""")
                .bind("changes", retention.changesSince())
                .bind("reads", retention.readsSince())
                .bind("most", AT_ONCE)
                .execute();
    }

    private static int deleteExcess(Handle handle, long mostBytes) {
        long excess = handle.createQuery("select coalesce(sum(kept), 0) from task where finished_at is not null")
                        .mapTo(Long.class)
                        .one()
                - mostBytes;
        int all = 0;
        while (excess > 0) {
            List<Kept> oldest = oldest(handle, excess);
            if (oldest.isEmpty()) {
                return all;
            }
            delete(handle, oldest);
            all += oldest.size();
            excess -= oldest.stream().mapToLong(Kept::bytes).sum();
        }
        return all;
    }

    private record Kept(UUID token, long bytes) {
        static Kept of(ResultSet row) throws SQLException {
            return new Kept(row.getObject("token", UUID.class), row.getLong("kept"));
        }
    }

    /** As many as make up for the excess, or as go at once. */
    private static List<Kept> oldest(Handle handle, long excess) {
        List<Kept> found = handle.createQuery("""
                        select token, kept from task where finished_at is not null
                        order by changes, finished_at fetch first :most rows only""")
                .bind("most", AT_ONCE)
                .map((row, context) -> Kept.of(row))
                .list();
        List<Kept> enough = new ArrayList<>();
        long bytes = 0;
        for (Kept task : found) {
            if (bytes < excess) {
                enough.add(task);
                bytes += task.bytes();
            }
        }
        return enough;
    }

    private static void delete(Handle handle, List<Kept> tasks) {
        PreparedBatch batch = handle.prepareBatch("delete from task where token = :token");
        tasks.forEach(task -> batch.bind("token", task.token()).add());
        batch.execute();
    }
}
