package io.outputport.sharing.activation;

import io.micronaut.http.HttpRequest;
import io.outputport.sharing.audit.Audit;
import io.outputport.sharing.audit.AuditAction;
import io.outputport.sharing.audit.AuditEvent;
import io.outputport.sharing.audit.AuditEvent.Actor;
import io.outputport.sharing.authentication.Authenticated;
import io.outputport.sharing.authentication.Authentication;
import io.outputport.sharing.authentication.CallOrigin;
import io.outputport.sharing.authentication.ClientAddress;
import io.outputport.sharing.recipient.Principal;
import io.outputport.sharing.recipient.Recipient;
import io.outputport.sharing.recipient.Recipients;
import io.outputport.sharing.token.Activation;
import io.outputport.sharing.token.Activations;
import io.outputport.sharing.token.SecretText;
import io.outputport.sharing.token.SecretText.Use;
import io.outputport.sharing.token.Token;
import io.outputport.sharing.token.Tokens;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Makes tokens for those who have shown a link's code or a signed identity. */
@Singleton
final class ActivationDesk {
    sealed interface Answer {
        record Made(Profile profile) implements Answer {}

        record Gone() implements Answer {}

        record OtherNetwork() implements Answer {}

        record Later() implements Answer {}
    }

    /** What tokens are made with. */
    @Singleton
    record Mint(Tokens tokens, Activations activations, SecureRandom chance, ActivationSettings settings) {}

    /** Who asks, and who is told. */
    @Singleton
    record People(
            Authentication authentication,
            Recipients recipients,
            ClientAddress addresses,
            CallOrigin origins,
            Audit audit) {}

    private final Mint mint;
    private final People people;
    private final PublicAddress address;
    private final InstantSource clock;

    ActivationDesk(Mint mint, People people, PublicAddress address, InstantSource clock) {
        this.mint = mint;
        this.people = people;
        this.address = address;
        this.clock = clock;
    }

    Optional<LinkState> look(String bearer) {
        return open(bearer)
                .map(link -> new LinkState(
                        link.recipient(),
                        link.expiresAt().toString(),
                        link.lifetime().toString()));
    }

    Answer use(HttpRequest<?> request, String bearer) {
        return SecretText.of(Use.ACTIVATION, bearer).isPresent()
                ? byLink(request, bearer)
                : bySignature(request, bearer);
    }

    private Answer byLink(HttpRequest<?> request, String bearer) {
        Optional<Recipient> recipient =
                open(bearer).flatMap(link -> people.recipients().find(link.recipient()));
        if (recipient.isEmpty()) {
            return new Answer.Gone();
        }
        InetAddress from = people.addresses().of(request);
        if (!recipient.get().terms().admits(from)) {
            return new Answer.OtherNetwork();
        }
        SecretText token = SecretText.fresh(Use.TOKEN, mint.chance());
        return SecretText.of(Use.ACTIVATION, bearer)
                .flatMap(code -> mint.tokens().activate(code, token))
                .map(made -> made(request, actor(recipient.get(), made), token, made))
                .orElseGet(Answer.Gone::new);
    }

    private Answer bySignature(HttpRequest<?> request, String bearer) {
        Authenticated who =
                people.authentication().signed(bearer, people.addresses().of(request));
        if (who instanceof Authenticated.Unavailable) {
            return new Answer.Later();
        }
        if (who instanceof Authenticated.Elsewhere) {
            return new Answer.OtherNetwork();
        }
        return who instanceof Authenticated.As as ? byPrincipal(request, as.principal()) : new Answer.Gone();
    }

    /** Only for a recipient: for anybody else a token would read nothing. */
    private Answer byPrincipal(HttpRequest<?> request, Principal principal) {
        Optional<Recipient> recipient = people.recipients().find(principal.name());
        if (recipient.isEmpty()) {
            return new Answer.Gone();
        }
        SecretText token = SecretText.fresh(Use.TOKEN, mint.chance());
        Token made = mint.tokens()
                .issue(recipient.get().id(), token, mint.settings().usual().token());
        return made(request, actor(recipient.get(), made), token, made);
    }

    private Optional<Activation> open(String bearer) {
        return SecretText.of(Use.ACTIVATION, bearer)
                .flatMap(code -> mint.activations().find(code))
                .filter(link -> link.isOpen(clock.instant()));
    }

    private Answer made(HttpRequest<?> request, Actor actor, SecretText token, Token made) {
        people.audit()
                .record(new AuditEvent(
                        clock.instant(),
                        AuditAction.ACTIVATION,
                        people.origins().of(request, actor),
                        AuditEvent.Subject.nothing().with("token " + made.id() + " until " + made.expiresAt()),
                        new AuditEvent.Ending(200, Optional.empty(), Duration.ZERO, Optional.empty())));
        return new Answer.Made(Profile.OfToken.of(address.endpoint(), token, made));
    }

    private static Actor actor(Recipient recipient, Token token) {
        return new Actor(recipient.name(), Optional.of(recipient.id()), Optional.of(token.id()));
    }
}
