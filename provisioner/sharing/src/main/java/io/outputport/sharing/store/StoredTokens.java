package io.outputport.sharing.store;

import io.outputport.sharing.recipient.Credentials;
import io.outputport.sharing.store.known.VersionedMemory;
import io.outputport.sharing.token.SecretText;
import io.outputport.sharing.token.Token;
import io.outputport.sharing.token.Tokens;
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

/** Tokens are found by their hash, in one statement whether they are known or not. */
@Singleton
final class StoredTokens implements Tokens, Credentials {
    private static final String COLUMNS = "c.id, c.issued_at, c.expires_at, c.revoked_at, c.last_used_at";
    /** How exact the last use is. */
    private static final Duration USED_EVERY = Duration.ofMinutes(1);

    private static final Duration IDENTITIES_KEPT = Duration.ofDays(1);

    private final Statements statements;
    private final Supplier<UUID> ids;
    private final InstantSource clock;
    private final VersionedMemory<String, Holder> holders = new VersionedMemory<>(System::nanoTime);
    private final VersionedMemory<UUID, Instant> ends = new VersionedMemory<>(System::nanoTime);

    StoredTokens(Statements statements, Supplier<UUID> ids, InstantSource clock) {
        this.statements = statements;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Optional<Holder> holder(SecretText token) {
        return holders.get(token.hash(), statements.access().now(), () -> read(token));
    }

    private Optional<Holder> read(SecretText token) {
        return statements.read(handle -> handle.createQuery("select " + COLUMNS + ", " + StoredRecipients.COLUMNS
                        + " from credential c join recipient r on r.id = c.recipient_id where c.hash = :hash")
                .bind("hash", token.hash())
                .map((row, context) -> new Holder(token(row, context), StoredRecipients.recipient(row, context)))
                .findOne());
    }

    @Override
    public boolean isLive(UUID credential) {
        return ends.get(credential, statements.access().now(), () -> end(credential))
                .filter(end -> end.isAfter(clock.instant()))
                .isPresent();
    }

    /** Of one that nobody has ended. */
    private Optional<Instant> end(UUID credential) {
        return statements.read(handle -> handle.createQuery("""
            select c.expires_at from credential c left join recipient r on r.id = c.recipient_id
            where c.id = :id and c.revoked_at is null and (r.id is null or not r.suspended)\
            """)
                .bind("id", credential)
                .map((row, context) -> Statements.instant(row, "expires_at").orElseThrow())
                .findOne());
    }

    @Override
    public List<Token> of(UUID recipient) {
        return statements.read(handle -> handle.createQuery("select " + COLUMNS
                        + " from credential c where c.recipient_id = :recipient and c.hash is not null"
                        + " order by c.issued_at desc")
                .bind("recipient", recipient)
                .map(StoredTokens::token)
                .list());
    }

    @Override
    public Optional<Token> activate(SecretText code, SecretText token) {
        return statements.write(handle -> {
            Instant now = clock.instant();
            int consumed = handle.createUpdate("""
                update activation set consumed_at = :now
                where hash = :hash and consumed_at is null and expires_at > :now and exists
                    (select 1 from recipient r where r.id = recipient_id and not r.suspended)\
                """)
                    .bind("now", now)
                    .bind("hash", code.hash())
                    .execute();
            return consumed == 0
                    ? Optional.empty()
                    : handle.createQuery("select recipient_id, token_seconds from activation where hash = :hash")
                            .bind("hash", code.hash())
                            .map((row, context) -> insert(
                                    handle,
                                    row.getObject("recipient_id", UUID.class),
                                    token,
                                    Duration.ofSeconds(row.getLong("token_seconds"))))
                            .findOne();
        });
    }

    @Override
    public Token issue(UUID recipient, SecretText token, Duration lifetime) {
        return statements.write(handle -> insert(handle, recipient, token, lifetime));
    }

    private Token insert(Handle handle, UUID recipient, SecretText token, Duration lifetime) {
        Instant now = clock.instant();
        Token made = new Token(ids.get(), now, now.plus(lifetime), Optional.empty(), Optional.empty());
        handle.createUpdate("""
            insert into credential (id, recipient_id, hash, issued_at, expires_at)
            values (:id, :recipient, :hash, :issued, :expires)\
            """)
                .bind("id", made.id())
                .bind("recipient", recipient)
                .bind("hash", token.hash())
                .bind("issued", made.issuedAt())
                .bind("expires", made.expiresAt())
                .execute();
        return made;
    }

    @Override
    public boolean revoke(UUID recipient, UUID token) {
        return statements.change(handle -> handle.createUpdate("""
            update credential set revoked_at = :now
            where id = :id and recipient_id = :recipient and revoked_at is null\
            """)
                        .bind("now", clock.instant())
                        .bind("id", token)
                        .bind("recipient", recipient)
                        .execute()
                > 0);
    }

    @Override
    public int end(UUID recipient, Instant end) {
        return statements.change(handle -> {
            Instant now = clock.instant();
            handle.createUpdate("""
                update activation set expires_at = :now
                where recipient_id = :recipient and consumed_at is null and expires_at > :now\
                """)
                    .bind("recipient", recipient)
                    .bind("now", now)
                    .execute();
            // One that would have ended before keeps its end; a grace never makes a token live longer.
            return handle.createUpdate(end.isAfter(now) ? """
                update credential set expires_at = case when expires_at < :end then expires_at else :end end
                where recipient_id = :recipient and revoked_at is null and expires_at > :now\
                """ : """
                    update credential set revoked_at = :now
                    where recipient_id = :recipient and revoked_at is null and expires_at > :now\
                    """)
                    .bind("recipient", recipient)
                    .bind("now", now)
                    .bind("end", end)
                    .execute();
        });
    }

    @Override
    public void remember(UUID credential, Optional<UUID> recipient, Instant expiresAt) {
        if (isKnown(credential)) {
            return;
        }
        statements.write(handle -> {
            forgetIdentities(handle);
            return handle.createUpdate("""
            insert into credential (id, recipient_id, issued_at, expires_at)
            select :id, cast(:recipient as uuid), :now, :expires
            where not exists (select 1 from credential c where c.id = :id)\
            """)
                    .bind("id", credential)
                    .bind("recipient", recipient.orElse(null))
                    .bind("now", clock.instant())
                    .bind("expires", expiresAt)
                    .execute();
        });
    }

    /** Each signed token of everybody leaves one; one that has ended is of no use to anybody after a while. */
    private void forgetIdentities(Handle handle) {
        handle.createUpdate("delete from credential where hash is null and expires_at < :before")
                .bind("before", clock.instant().minus(IDENTITIES_KEPT))
                .execute();
    }

    private boolean isKnown(UUID credential) {
        return statements.read(handle -> handle.createQuery("select 1 from credential where id = :id")
                .bind("id", credential)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    @Override
    public void used(Token token) {
        Instant now = clock.instant();
        Instant before = now.minus(USED_EVERY);
        if (token.lastUsedAt().filter(last -> !last.isBefore(before)).isPresent()) {
            return;
        }
        statements.read(handle -> handle.createUpdate("""
            update credential set last_used_at = :now
            where id = :id and (last_used_at is null or last_used_at < :before)\
            """)
                .bind("now", now)
                .bind("id", token.id())
                .bind("before", before)
                .execute());
    }

    private static Token token(ResultSet row, StatementContext context) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                Statements.instant(row, "issued_at").orElseThrow(),
                Statements.instant(row, "expires_at").orElseThrow(),
                Statements.instant(row, "revoked_at"),
                Statements.instant(row, "last_used_at"));
    }
}
