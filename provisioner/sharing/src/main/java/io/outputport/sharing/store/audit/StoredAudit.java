package io.outputport.sharing.store.audit;

import io.micronaut.context.annotation.Bean;
import io.outputport.sharing.audit.Audit;
import io.outputport.sharing.audit.AuditEvent;
import io.outputport.sharing.store.Statements;
import io.outputport.sharing.store.StoreUnavailable;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Events go to the disk in groups: while one group is written, the next comes together. So a crowd costs hardly more than
 * one, and one waits for nobody.
 */
@Singleton
@Bean(preDestroy = "close")
public final class StoredAudit implements Audit {
    private static final int LARGEST_GROUP = 1_000;
    private static final int PATIENCE_SECONDS = 30;
    private static final String INSERT = """
        insert into audit_event (id, at, action, actor, recipient_id, credential_id, address, client, trace,
            share, schema_name, table_name, detail, status, code, millis,
            format, table_version, files, row_count, bytes)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """;

    private record PendingEvent(AuditEvent event, CompletableFuture<Void> kept) {}

    private final Statements statements;
    private final Supplier<UUID> ids;
    private final BlockingQueue<PendingEvent> waiting = new ArrayBlockingQueue<>(LARGEST_GROUP);
    private final Thread writer;
    private volatile boolean closed;

    public StoredAudit(Statements statements, Supplier<UUID> ids) {
        this.statements = statements;
        this.ids = ids;
        this.writer = new Thread(this::writeGroups, "audit");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void record(AuditEvent event) {
        PendingEvent entry = new PendingEvent(event, new CompletableFuture<>());
        try {
            if (closed || !waiting.offer(entry, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new StoreUnavailable(new IllegalStateException("the audit takes nothing for now"));
            }
            entry.kept().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable(stopped);
        } catch (CompletionException failed) {
            throw new StoreUnavailable(Objects.requireNonNullElse(failed.getCause(), failed));
        }
    }

    /** What waits then fails: nothing was promised for it. */
    public void close() {
        closed = true;
        writer.interrupt();
    }

    private void writeGroups() {
        List<PendingEvent> group = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                group.clear();
                group.add(waiting.take());
                waiting.drainTo(group, LARGEST_GROUP - 1);
                write(group);
            }
        } catch (InterruptedException ended) {
            waiting.drainTo(group);
        }
        group.forEach(entry -> entry.kept().completeExceptionally(new IllegalStateException("the server stops")));
    }

    private void write(List<PendingEvent> group) {
        try {
            statements.write(handle -> insert(handle, group));
            group.forEach(entry -> entry.kept().complete(null));
        } catch (RuntimeException failed) {
            group.forEach(entry -> entry.kept().completeExceptionally(failed));
        }
    }

    /** Without names for its parameters: each call of everybody comes by here, and they would be half of what it costs. */
    private int insert(Handle handle, List<PendingEvent> group) {
        try (PreparedStatement rows = handle.getConnection().prepareStatement(INSERT)) {
            for (PendingEvent entry : group) {
                new AuditRow(rows).bind(ids.get(), entry.event());
                rows.addBatch();
            }
            return rows.executeBatch().length;
        } catch (SQLException failed) {
            throw new UnableToExecuteStatementException(failed, null);
        }
    }
}
