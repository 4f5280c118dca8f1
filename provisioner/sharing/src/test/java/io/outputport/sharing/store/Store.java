package io.outputport.sharing.store;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.store.DatabaseSettings;
import io.outputport.foundation.store.OpenDatabase;
import io.outputport.sharing.SettableClock;
import io.outputport.sharing.recipient.Credential;
import io.outputport.sharing.recipient.Principal;
import io.outputport.sharing.recipient.Recipient;
import io.outputport.sharing.recipient.RecipientKind;
import io.outputport.sharing.recipient.RecipientTerms;
import io.outputport.sharing.share.Precondition;
import io.outputport.sharing.share.RowFilter;
import io.outputport.sharing.share.ShareDraft;
import io.outputport.sharing.share.ShareDraft.TableDraft;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.store.audit.StoredAudit;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All that is kept in one database, with a clock of the test's. */
final class Store implements AutoCloseable {
    private final OpenDatabase database;
    final SettableClock clock = new SettableClock();
    final SecureRandom chance = new SecureRandom();
    final Statements statements;
    final StoredRecipients recipients;
    final StoredShares shares;
    final GrantedShares granted;
    final StoredTokens tokens;
    final StoredActivations activations;
    final StoredAudit audit;

    private Store(OpenDatabase database) {
        this.database = database;
        this.statements = new Statements(database.database());
        this.recipients = new StoredRecipients(statements, UUID::randomUUID, clock);
        this.shares = new StoredShares(statements, new StoredGrants(statements, recipients), UUID::randomUUID, clock);
        this.granted = new GrantedShares(statements);
        this.tokens = new StoredTokens(statements, UUID::randomUUID, clock);
        this.activations = new StoredActivations(statements, UUID::randomUUID, clock);
        this.audit = new StoredAudit(statements, UUID::randomUUID);
    }

    static Store at(String url) {
        Settings settings = Settings.of(Map.of("SHARING_DB_URL", url));
        return new Store(OpenDatabase.open(DatabaseSettings.from(settings, ShareDatabase.PURPOSE), 8));
    }

    static ShareDraft draft(String... tables) {
        return new ShareDraft(
                Optional.empty(),
                List.of(tables).stream()
                        .map(name -> new TableDraft(
                                name.split("\\.")[0],
                                name.split("\\.")[1],
                                new TableLocation("lake", "tables/" + name),
                                false,
                                RowFilter.NONE))
                        .toList());
    }

    void offer(String share, String... tables) {
        shares.put(share, draft(tables), Precondition.none());
    }

    void grant(String share, String... names) {
        shares.grant(share, Set.of(names), Precondition.none());
    }

    Recipient recipient(String name, RecipientKind kind) {
        return recipients.put(name, kind, RecipientTerms.USUAL).orElseThrow();
    }

    List<String> seenBy(String recipient, String... groups) {
        return granted.granted(principal(recipient, groups)).stream()
                .map(share -> share.name())
                .toList();
    }

    Principal principal(String recipient, String... groups) {
        UUID id = recipients.find(recipient).map(Recipient::id).orElseGet(UUID::randomUUID);
        return new Principal(id, recipient, Set.of(groups), Map.of(), new Credential(UUID.randomUUID(), Instant.MAX));
    }

    @Override
    public void close() {
        audit.close();
        database.close();
    }
}
