package io.outputport.sharing.store;

import io.outputport.sharing.token.Activation;
import io.outputport.sharing.token.Activations;
import io.outputport.sharing.token.SecretText;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

@Singleton
final class StoredActivations implements Activations {
    private static final String SELECT = """
        select a.id, r.name, a.token_seconds, a.expires_at, a.consumed_at
        from activation a join recipient r on r.id = a.recipient_id
        where\
        """ + " ";

    private final Statements statements;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    StoredActivations(Statements statements, Supplier<UUID> ids, InstantSource clock) {
        this.statements = statements;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Activation create(UUID recipient, SecretText code, Terms terms) {
        return statements.write(handle -> {
            UUID id = ids.get();
            Instant now = clock.instant();
            handle.createUpdate("""
                insert into activation (id, recipient_id, hash, token_seconds, created_at, expires_at)
                values (:id, :recipient, :hash, :seconds, :now, :expires)\
                """)
                    .bind("id", id)
                    .bind("recipient", recipient)
                    .bind("hash", code.hash())
                    .bind("seconds", terms.token().toSeconds())
                    .bind("now", now)
                    .bind("expires", now.plus(terms.link()))
                    .execute();
            return find(handle, code).orElseThrow();
        });
    }

    @Override
    public Optional<Activation> find(SecretText code) {
        return statements.read(handle -> find(handle, code));
    }

    private static Optional<Activation> find(Handle handle, SecretText code) {
        return handle.createQuery(SELECT + "a.hash = :hash")
                .bind("hash", code.hash())
                .map(StoredActivations::activation)
                .findOne();
    }

    @Override
    public List<Activation> of(UUID recipient) {
        return statements.read(
                handle -> handle.createQuery(SELECT + "a.recipient_id = :recipient order by a.created_at desc")
                        .bind("recipient", recipient)
                        .map(StoredActivations::activation)
                        .list());
    }

    private static Activation activation(ResultSet row, StatementContext context) throws SQLException {
        return new Activation(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Duration.ofSeconds(row.getLong("token_seconds")),
                Statements.instant(row, "expires_at").orElseThrow(),
                Statements.instant(row, "consumed_at"));
    }
}
