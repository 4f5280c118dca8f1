package io.outputport.sharing.store;

import io.outputport.sharing.recipient.StoredText;
import io.outputport.sharing.share.Grants;
import io.outputport.sharing.share.NameRule;
import io.outputport.sharing.share.Precondition;
import io.outputport.sharing.share.Share;
import io.outputport.sharing.share.ShareDraft;
import io.outputport.sharing.share.ShareDraft.TableDraft;
import io.outputport.sharing.share.ShareStore;
import io.outputport.sharing.share.SharedTable;
import io.outputport.sharing.share.Written;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Shares and their tables. Whoever changes one holds the lock of its row. */
@Singleton
final class StoredShares implements ShareStore {
    private final Statements statements;
    private final StoredGrants grants;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    StoredShares(Statements statements, StoredGrants grants, Supplier<UUID> ids, InstantSource clock) {
        this.statements = statements;
        this.grants = grants;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Share> find(String name) {
        return statements.read(handle -> find(handle, name));
    }

    @Override
    public List<Share> all() {
        return statements.read(handle -> ShareRows.where(handle, "true", query -> query));
    }

    @Override
    public List<Share> commented(String comment) {
        return StoredText.refusal(comment).isPresent()
                ? List.of()
                : statements.read(handle ->
                        ShareRows.where(handle, "s.comment = :comment", query -> query.bind("comment", comment)));
    }

    @Override
    public Written<Share> put(String name, ShareDraft draft, Precondition condition) {
        return statements.change(handle -> {
            lock(handle, name);
            Optional<Share> before = find(handle, name);
            if (!condition.holds(version(before))) {
                return new Written.Changed<>();
            }
            UUID id = before.map(Share::id).orElseGet(ids);
            if (before.isEmpty()) {
                insert(handle, id, name, draft);
            } else if (isSame(before.get(), draft)) {
                return new Written.Stored<>(before.get(), false);
            } else {
                update(handle, id, draft);
            }
            putTables(handle, id, before.map(Share::tables).orElse(List.of()), draft.tables());
            return new Written.Stored<>(find(handle, name).orElseThrow(), before.isEmpty());
        });
    }

    @Override
    public Written<Share> remove(String name, Precondition condition) {
        return statements.change(handle -> {
            lock(handle, name);
            Optional<Share> before = find(handle, name);
            if (before.isEmpty()) {
                return new Written.Missing<>();
            }
            if (!condition.holds(version(before))) {
                return new Written.Changed<>();
            }
            handle.createUpdate("delete from share where id = :id")
                    .bind("id", before.get().id())
                    .execute();
            return new Written.Stored<>(before.get(), false);
        });
    }

    @Override
    public Optional<Grants> grants(String share) {
        return grants.of(share);
    }

    @Override
    public Written<Grants> grant(String share, Set<String> recipients, Precondition condition) {
        return grants.put(share, recipients, condition);
    }

    private static Optional<Share> find(Handle handle, String name) {
        return ShareRows.where(handle, "s.name_key = :name", query -> query.bind("name", NameRule.key(name))).stream()
                .findFirst();
    }

    static void lock(Handle handle, String name) {
        handle.createQuery("select id from share where name_key = :name for update")
                .bind("name", NameRule.key(name))
                .mapTo(UUID.class)
                .findOne();
    }

    private static Optional<Precondition.Version> version(Optional<Share> share) {
        return share.map(there -> new Precondition.Version(there.id(), there.version()));
    }

    private void insert(Handle handle, UUID id, String name, ShareDraft draft) {
        handle.createUpdate("""
            insert into share
                (id, name, name_key, comment, token_seconds, address_seconds, version, grants_version, created_at)
            values (:id, :name, :key, :comment, :token, :address, 1, 1, :now)\
            """)
                .bind("id", id)
                .bind("name", name)
                .bind("key", NameRule.key(name))
                .bind("comment", draft.comment().orElse(null))
                .bind("token", seconds(draft.lifetimes().token()))
                .bind("address", seconds(draft.lifetimes().address()))
                .bind("now", clock.instant())
                .execute();
    }

    private static void update(Handle handle, UUID id, ShareDraft draft) {
        handle.createUpdate("""
            update share set comment = :comment, token_seconds = :token, address_seconds = :address,
                version = version + 1
            where id = :id\
            """)
                .bind("id", id)
                .bind("comment", draft.comment().orElse(null))
                .bind("token", seconds(draft.lifetimes().token()))
                .bind("address", seconds(draft.lifetimes().address()))
                .execute();
    }

    private static @Nullable Long seconds(Optional<Duration> lifetime) {
        return lifetime.map(Duration::toSeconds).orElse(null);
    }

    private static boolean isSame(Share before, ShareDraft draft) {
        Set<TableDraft> kept = Set.copyOf(before.tables().stream()
                .map(table -> new TableDraft(
                        table.schema(), table.name(), table.location(), table.historyShared(), table.filter()))
                .toList());
        return before.comment().equals(draft.comment())
                && before.lifetimes().equals(draft.lifetimes())
                && kept.equals(Set.copyOf(draft.tables()));
    }

    /** All anew, with the ids of those that were there. */
    private void putTables(Handle handle, UUID share, List<SharedTable> before, List<TableDraft> after) {
        Map<String, UUID> kept = new HashMap<>();
        before.forEach(table -> kept.put(key(table.schema(), table.name()), table.id()));
        handle.createUpdate("delete from shared_table where share_id = :share")
                .bind("share", share)
                .execute();
        if (after.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch("""
            insert into shared_table
                (id, share_id, schema_name, schema_key, name, name_key, storage, path, history_shared, partition_filter)
            values (:id, :share, :schema, :schemaKey, :name, :nameKey, :storage, :path, :history, :filter)\
            """);
        for (TableDraft table : after) {
            UUID known = kept.get(key(table.schema(), table.name()));
            rows.bind("id", known == null ? ids.get() : known)
                    .bind("share", share)
                    .bind("schema", table.schema())
                    .bind("schemaKey", NameRule.key(table.schema()))
                    .bind("name", table.name())
                    .bind("nameKey", NameRule.key(table.name()))
                    .bind("storage", table.location().storage())
                    .bind("path", table.location().path())
                    .bind("history", table.historyShared())
                    .bind("filter", JsonColumns.properties(table.filter().values()))
                    .add();
        }
        rows.execute();
    }

    private static String key(String schema, String name) {
        return NameRule.key(schema) + "." + NameRule.key(name);
    }
}
