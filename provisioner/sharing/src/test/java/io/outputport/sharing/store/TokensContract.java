package io.outputport.sharing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.sharing.audit.AuditAction;
import io.outputport.sharing.audit.AuditEvent;
import io.outputport.sharing.recipient.Recipient;
import io.outputport.sharing.recipient.RecipientKind;
import io.outputport.sharing.recipient.RecipientTerms;
import io.outputport.sharing.token.Activations;
import io.outputport.sharing.token.SecretText;
import io.outputport.sharing.token.SecretText.Use;
import io.outputport.sharing.token.Token;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tokens, links and the audit promise, on every database. */
abstract class TokensContract {
    private static final Activations.Terms TERMS = new Activations.Terms(Duration.ofHours(72), Duration.ofDays(30));

    Store store;
    private Recipient partner;

    abstract String url();

    @BeforeEach
    void open() {
        store = Store.at(url());
        partner = store.recipient("partner", RecipientKind.EXTERNAL);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_link_makes_one_token_however_many_try() throws Exception {
        SecretText code = link();

        List<Optional<Token>> made = SharesContract.together(16, each -> store.tokens.activate(code, token()));

        assertThat(made).filteredOn(Optional::isPresent).hasSize(1);
        assertThat(store.tokens.of(partner.id())).hasSize(1);
        assertThat(store.activations.find(code).orElseThrow().consumedAt()).isPresent();
    }

    @Test
    void looking_at_a_link_consumes_nothing() {
        SecretText code = link();

        store.activations.find(code);
        assertThat(store.activations.find(code).orElseThrow().isOpen(store.clock.instant()))
                .isTrue();

        assertThat(store.tokens.activate(code, token())).isPresent();
    }

    @Test
    void a_link_ends_with_its_time_and_with_its_recipients_suspension() {
        SecretText late = link();
        store.clock.pass(Duration.ofHours(72));
        assertThat(store.tokens.activate(late, token())).isEmpty();

        SecretText suspended = link();
        store.recipients.put(
                "partner", RecipientKind.EXTERNAL, new RecipientTerms(Optional.empty(), List.of(), Map.of(), true));
        assertThat(store.tokens.activate(suspended, token())).isEmpty();
        assertThat(store.tokens.activate(SecretText.fresh(Use.ACTIVATION, store.chance), token()))
                .isEmpty();
    }

    @Test
    void a_token_tells_its_holder_and_ends_with_its_time() {
        SecretText token = token();
        Token made = store.tokens.issue(partner.id(), token, Duration.ofDays(1));

        assertThat(store.tokens.holder(token).orElseThrow().recipient()).isEqualTo(partner);
        assertThat(store.tokens.isLive(made.id())).isTrue();
        store.clock.pass(Duration.ofDays(1));

        assertThat(store.tokens.holder(token).orElseThrow().token().isLive(store.clock.instant()))
                .isFalse();
        assertThat(store.tokens.isLive(made.id())).isFalse();
        assertThat(store.tokens.holder(token())).isEmpty();
        assertThat(store.tokens.isLive(UUID.randomUUID())).isFalse();
    }

    @Test
    void a_revoked_token_is_dead_at_once_and_of_its_own_recipient_only() {
        Token made = store.tokens.issue(partner.id(), token(), Duration.ofDays(1));

        assertThat(store.tokens.revoke(UUID.randomUUID(), made.id())).isFalse();
        assertThat(store.tokens.isLive(made.id())).isTrue();
        assertThat(store.tokens.revoke(partner.id(), made.id())).isTrue();
        assertThat(store.tokens.isLive(made.id())).isFalse();
    }

    @Test
    void a_grace_ends_tokens_later_but_never_later_than_they_would() {
        Token shortLived = store.tokens.issue(partner.id(), token(), Duration.ofHours(1));
        Token longLived = store.tokens.issue(partner.id(), token(), Duration.ofDays(30));
        SecretText open = link();

        assertThat(store.tokens.end(partner.id(), store.clock.instant().plus(Duration.ofDays(1))))
                .isEqualTo(2);

        assertThat(store.tokens.activate(open, token())).isEmpty();
        store.clock.pass(Duration.ofHours(1));
        assertThat(store.tokens.isLive(shortLived.id())).isFalse();
        assertThat(store.tokens.isLive(longLived.id())).isTrue();
        store.clock.pass(Duration.ofHours(23));
        assertThat(store.tokens.isLive(longLived.id())).isFalse();
    }

    @Test
    void all_tokens_end_at_once_without_a_grace() {
        Token made = store.tokens.issue(partner.id(), token(), Duration.ofDays(30));

        store.tokens.end(partner.id(), store.clock.instant());

        assertThat(store.tokens.isLive(made.id())).isFalse();
        assertThat(store.tokens.of(partner.id()))
                .allSatisfy(token -> assertThat(token.revokedAt()).isPresent());
    }

    @Test
    void a_suspended_recipients_tokens_do_not_count_until_it_is_not_any_more() {
        Token made = store.tokens.issue(partner.id(), token(), Duration.ofDays(30));
        RecipientTerms suspended = new RecipientTerms(Optional.empty(), List.of(), Map.of("region", "eu"), true);

        store.recipients.put("partner", RecipientKind.EXTERNAL, suspended);
        assertThat(store.tokens.isLive(made.id())).isFalse();

        store.recipients.put("partner", RecipientKind.EXTERNAL, RecipientTerms.USUAL);
        assertThat(store.tokens.isLive(made.id())).isTrue();
        assertThat(store.recipients.put("partner", RecipientKind.SERVICE, suspended))
                .isEmpty();
    }

    @Test
    void an_identity_that_a_provider_signed_can_be_ended_and_is_forgotten_after_its_end() {
        UUID stranger = UUID.randomUUID();
        UUID known = UUID.randomUUID();
        Instant end = store.clock.instant().plus(Duration.ofHours(1));
        for (int call = 0; call < 2; call++) {
            store.tokens.remember(stranger, Optional.empty(), end);
            store.tokens.remember(known, Optional.of(partner.id()), end);
        }
        assertThat(store.tokens.isLive(stranger)).isTrue();
        assertThat(store.tokens.isLive(known)).isTrue();
        assertThat(store.tokens.of(partner.id())).isEmpty();

        store.tokens.end(partner.id(), store.clock.instant());
        store.tokens.remember(known, Optional.of(partner.id()), end);
        assertThat(store.tokens.isLive(known)).isFalse();

        store.clock.pass(Duration.ofHours(26));
        store.tokens.remember(UUID.randomUUID(), Optional.empty(), store.clock.instant());
        assertThat(store.statements.<Integer>read(handle -> handle.createQuery("select count(*) from credential")
                        .mapTo(Integer.class)
                        .one()))
                .isEqualTo(1);
    }

    @Test
    void the_last_use_is_known_to_the_minute() {
        SecretText token = token();
        Token made = store.tokens.issue(partner.id(), token, Duration.ofDays(30));

        store.tokens.used(made);
        store.clock.pass(Duration.ofSeconds(10));
        store.tokens.used(made);

        assertThat(store.tokens.holder(token).orElseThrow().token().lastUsedAt())
                .hasValue(store.clock.instant().minusSeconds(10));
    }

    @Test
    void events_of_many_are_kept_each_before_its_answer() throws Exception {
        SharesContract.together(32, caller -> {
            store.audit.record(event("user:u" + caller));
            return caller;
        });

        assertThat(events()).isEqualTo(32);
    }

    @Test
    void an_event_that_cannot_be_kept_lets_no_call_end_well_and_none_wait_for_ever() {
        store.audit.close();

        assertThatThrownBy(() -> store.audit.record(event("user:alice"))).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void words_of_callers_are_cut_to_fit() {
        store.audit.record(event("x".repeat(5_000) + "\n"));

        assertThat(events()).isEqualTo(1);
    }

    private int events() {
        return store.statements.read(handle -> handle.createQuery("select count(*) from audit_event")
                .mapTo(Integer.class)
                .one());
    }

    private AuditEvent event(String name) {
        return new AuditEvent(
                store.clock.instant(),
                AuditAction.QUERY,
                new AuditEvent.Origin(
                        new AuditEvent.Actor(name, Optional.of(partner.id()), Optional.empty()),
                        "127.0.0.1",
                        name,
                        Optional.empty()),
                AuditEvent.Subject.table("sales", "shop", "orders"),
                new AuditEvent.Ending(
                        200,
                        Optional.empty(),
                        Duration.ofMillis(3),
                        Optional.of(new AuditEvent.Answered("parquet", 7, 2, Optional.empty(), 4_096))));
    }

    private SecretText link() {
        SecretText code = SecretText.fresh(Use.ACTIVATION, store.chance);
        store.activations.create(partner.id(), code, TERMS);
        return code;
    }

    private SecretText token() {
        return SecretText.fresh(Use.TOKEN, store.chance);
    }
}
