package io.outputport.sharing.store;

import io.outputport.sharing.recipient.Recipient;
import io.outputport.sharing.recipient.RecipientKind;
import io.outputport.sharing.recipient.RecipientTerms;
import io.outputport.sharing.recipient.Recipients;
import io.outputport.sharing.share.NameRule;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

@Singleton
final class StoredRecipients implements Recipients {
    /** With an alias, since tokens are read beside it. */
    static final String COLUMNS = "r.id as recipient_id, r.name as recipient_name, r.kind, r.comment, r.networks,"
            + " r.properties, r.suspended, r.version";

    private final Statements statements;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    StoredRecipients(Statements statements, Supplier<UUID> ids, InstantSource clock) {
        this.statements = statements;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Recipient> find(String name) {
        return statements.read(handle -> find(handle, name));
    }

    @Override
    public List<Recipient> all() {
        return statements.read(
                handle -> handle.createQuery("select " + COLUMNS + " from recipient r order by r.name_key")
                        .map(StoredRecipients::recipient)
                        .list());
    }

    @Override
    public Optional<Recipient> put(String name, RecipientKind kind, RecipientTerms terms) {
        return statements.change(handle -> {
            Optional<Recipient> before = find(handle, name);
            if (before.filter(known -> known.kind() != kind).isPresent()) {
                return Optional.empty();
            }
            if (before.isEmpty()) {
                insert(handle, name, kind, terms);
            } else if (!before.get().terms().equals(terms)) {
                update(handle, before.get().id(), terms);
            }
            return find(handle, name);
        });
    }

    @Override
    public boolean remove(String name) {
        return statements.change(handle -> handle.createUpdate("delete from recipient where name_key = :name")
                        .bind("name", NameRule.key(name))
                        .execute()
                > 0);
    }

    static Optional<Recipient> find(Handle handle, String name) {
        return handle.createQuery("select " + COLUMNS + " from recipient r where r.name_key = :name")
                .bind("name", NameRule.key(name))
                .map(StoredRecipients::recipient)
                .findOne();
    }

    UUID insert(Handle handle, String name, RecipientKind kind, RecipientTerms terms) {
        UUID id = ids.get();
        handle.createUpdate("""
            insert into recipient
                (id, name, name_key, kind, comment, networks, properties, suspended, version, created_at)
            values (:id, :name, :key, :kind, :comment, :networks, :properties, :suspended, 1, :now)\
            """)
                .bind("id", id)
                .bind("name", name)
                .bind("key", NameRule.key(name))
                .bind("kind", kind.name())
                .bind("comment", terms.comment().orElse(null))
                .bind("networks", JsonColumns.networks(terms.networks()))
                .bind("properties", JsonColumns.properties(terms.properties()))
                .bind("suspended", terms.suspended())
                .bind("now", clock.instant())
                .execute();
        return id;
    }

    private static void update(Handle handle, UUID id, RecipientTerms terms) {
        handle.createUpdate("""
            update recipient set comment = :comment, networks = :networks, properties = :properties,
                suspended = :suspended, version = version + 1 where id = :id\
            """)
                .bind("id", id)
                .bind("comment", terms.comment().orElse(null))
                .bind("networks", JsonColumns.networks(terms.networks()))
                .bind("properties", JsonColumns.properties(terms.properties()))
                .bind("suspended", terms.suspended())
                .execute();
    }

    static Recipient recipient(ResultSet row, StatementContext context) throws SQLException {
        RecipientTerms terms = new RecipientTerms(
                Optional.ofNullable(row.getString("comment")),
                JsonColumns.networks(row.getString("networks")),
                JsonColumns.properties(row.getString("properties")),
                row.getBoolean("suspended"));
        return new Recipient(
                row.getObject("recipient_id", UUID.class),
                row.getString("recipient_name"),
                RecipientKind.valueOf(row.getString("kind")),
                terms,
                row.getLong("version"));
    }
}
