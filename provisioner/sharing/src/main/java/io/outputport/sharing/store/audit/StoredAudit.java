package io.outputport.sharing.store.audit;

import io.micronaut.context.annotation.Bean;
import io.outputport.foundation.outcome.Masking;
import io.outputport.sharing.audit.Audit;
import io.outputport.sharing.audit.AuditEvent;
import io.outputport.sharing.audit.AuditEvent.Granted;
import io.outputport.sharing.store.Statements;
import io.outputport.sharing.store.StoreUnavailable;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Events go to the disk in groups: while one group is written, the next comes together. So a crowd costs hardly more than
 * one, and one waits for nobody.
 */
@Singleton
@Bean(preDestroy = "close")
public final class StoredAudit implements Audit {
    private static final int LARGEST_GROUP = 1_000;
    private static final int PATIENCE_SECONDS = 30;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_CLIENT = 300;
    private static final int LONGEST_DETAIL = 2_000;

    private record Entry(AuditEvent event, CompletableFuture<Void> kept) {}

    private final Statements statements;
    private final Supplier<UUID> ids;
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(LARGEST_GROUP);
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
        Entry entry = new Entry(event, new CompletableFuture<>());
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
        List<Entry> group = new ArrayList<>();
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

    private void write(List<Entry> group) {
        try {
            statements.write(handle -> insert(handle, group));
            group.forEach(entry -> entry.kept().complete(null));
        } catch (RuntimeException failed) {
            group.forEach(entry -> entry.kept().completeExceptionally(failed));
        }
    }

    private int insert(Handle handle, List<Entry> group) {
        PreparedBatch rows = handle.prepareBatch("""
            insert into audit_event (id, at, action, actor, recipient_id, credential_id, address, client, trace,
                share, schema_name, table_name, detail, status, code, millis,
                format, table_version, files, row_count, bytes)
            values (:id, :at, :action, :actor, cast(:recipient as uuid), cast(:credential as uuid), :address, :client,
                :trace, :share, :schema, :table, :detail, :status, :code, :millis, :format,
                cast(:version as bigint), cast(:files as bigint), cast(:rows as bigint), cast(:bytes as bigint))\
            """);
        for (Entry entry : group) {
            bind(rows.bind("id", ids.get()), entry.event()).add();
        }
        return rows.execute().length;
    }

    private static PreparedBatch bind(PreparedBatch row, AuditEvent event) {
        AuditEvent.Origin origin = event.origin();
        AuditEvent.Subject subject = event.subject();
        AuditEvent.Ending ending = event.ending();
        row.bind("at", event.at())
                .bind("action", event.action().name())
                .bind("actor", fit(origin.actor().name(), LONGEST_NAME))
                .bind("recipient", origin.actor().recipient().orElse(null))
                .bind("credential", origin.actor().credential().orElse(null))
                .bind("address", fit(origin.address(), LONGEST_ADDRESS))
                .bind("client", fit(origin.client(), LONGEST_CLIENT))
                .bind(
                        "trace",
                        origin.trace().map(id -> fit(id, LONGEST_ADDRESS)).orElse(null))
                .bind("share", fit(subject.share(), LONGEST_NAME))
                .bind("schema", fit(subject.schema(), LONGEST_NAME))
                .bind("table", fit(subject.table(), LONGEST_NAME))
                .bind("detail", fit(subject.detail(), LONGEST_DETAIL))
                .bind("status", ending.status())
                .bind("code", fit(ending.code(), LONGEST_ADDRESS))
                .bind("millis", ending.took().toMillis());
        return bind(row, ending.granted());
    }

    private static PreparedBatch bind(PreparedBatch row, Optional<Granted> granted) {
        return row.bind("format", granted.map(Granted::format).orElse(null))
                .bind("version", granted.map(Granted::version).orElse(null))
                .bind("files", granted.map(Granted::files).orElse(null))
                .bind("rows", granted.flatMap(Granted::rows).orElse(null))
                .bind("bytes", granted.map(Granted::bytes).orElse(null));
    }

    private static @Nullable String fit(Optional<String> text, int longest) {
        return text.map(there -> fit(there, longest)).orElse(null);
    }

    /** What callers wrote must neither be too long for its column nor look like something else when it is read. */
    private static String fit(String text, int longest) {
        String safe = Masking.inOneLine(Masking.clean(text));
        String fitting = safe.length() <= longest ? safe : safe.substring(0, longest - 1) + "…";
        // Half a character, at the cut for example, becomes a question mark: no database keeps it.
        return new String(fitting.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
