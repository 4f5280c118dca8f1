package io.outputport.sharing.authentication;

import io.outputport.sharing.authentication.IdentityProviders.SignedIdentity;
import io.outputport.sharing.recipient.Credential;
import io.outputport.sharing.recipient.Credentials;
import io.outputport.sharing.recipient.Principal;
import io.outputport.sharing.recipient.Recipient;
import io.outputport.sharing.recipient.Recipients;
import io.outputport.sharing.token.SecretText;
import io.outputport.sharing.token.SecretText.Use;
import io.outputport.sharing.token.Tokens;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells who sent a call by what it shows. What is revoked is dead everywhere on the next call. */
@Singleton
public final class Authentication {
    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final Recipients recipients;
    private final Credentials credentials;
    private final IdentityProviders providers;
    private final InstantSource clock;

    Authentication(
            Tokens tokens,
            Recipients recipients,
            Credentials credentials,
            IdentityProviders providers,
            InstantSource clock) {
        this.tokens = tokens;
        this.recipients = recipients;
        this.credentials = credentials;
        this.providers = providers;
        this.clock = clock;
    }

    /** What stands behind {@code Bearer} in a header; empty for none. */
    public static Optional<String> bearer(Optional<String> header) {
        return header.filter(text -> text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(text -> text.substring(SCHEME.length()).strip());
    }

    public Authenticated of(Optional<String> bearer, InetAddress from) {
        Optional<SecretText> ours = bearer.flatMap(text -> SecretText.of(Use.TOKEN, text));
        if (ours.isPresent()) {
            return of(ours.get(), from);
        }
        return bearer.map(text -> signed(text, from)).orElseGet(() -> new Authenticated.Refused(Optional.empty()));
    }

    private Authenticated of(SecretText token, InetAddress from) {
        Optional<Tokens.Holder> found = tokens.holder(token);
        if (found.isEmpty()) {
            return new Authenticated.Refused(Optional.empty());
        }
        Tokens.Holder holder = found.get();
        Principal principal = principal(
                holder.recipient(),
                Set.of(),
                new Credential(
                        holder.token().id(),
                        Optional.of(holder.token().issuedAt()),
                        holder.token().expiresAt()));
        if (!holder.token().isLive(clock.instant())
                || holder.recipient().terms().suspended()) {
            return new Authenticated.Refused(Optional.of(principal));
        }
        if (!holder.recipient().terms().admits(from)) {
            return new Authenticated.Elsewhere(principal);
        }
        tokens.used(holder.token());
        return new Authenticated.As(principal);
    }

    /** Whom a provider has signed for. Also for the activation, where it makes a token of ours. */
    public Authenticated signed(String bearer, InetAddress from) {
        SignedIdentity found = providers.of(bearer);
        if (found instanceof SignedIdentity.ProviderUnavailable) {
            return new Authenticated.Unavailable();
        }
        if (!(found instanceof SignedIdentity.Signed signed)) {
            return new Authenticated.Refused(Optional.empty());
        }
        return signed.by()
                .recipient(signed.identity())
                .map(name -> known(signed, name, from))
                .orElseGet(() -> new Authenticated.Refused(Optional.empty()));
    }

    /** Somebody whom nobody has made a recipient of may still belong to a group that is one. */
    private Authenticated known(SignedIdentity.Signed signed, String name, InetAddress from) {
        Optional<Recipient> recipient = recipients.find(name);
        Set<String> groups = signed.by().groups(signed.identity().claims());
        UUID stranger = named("stranger", signed.by().name(), name);
        UUID credential = named(
                recipient.map(Recipient::id).orElse(stranger).toString(),
                signed.by().name(),
                name + signed.identity().expiresAt());
        Instant expires =
                signed.identity().expiresAt().plus(signed.by().issuer().skew());
        Credential known = new Credential(credential, expires);
        Principal principal = recipient
                .map(there -> principal(there, groups, known))
                .orElseGet(() -> new Principal(stranger, name, groups, Map.of(), known));
        tokens.remember(credential, recipient.map(Recipient::id), expires);
        if (!credentials.isLive(credential)) {
            return new Authenticated.Refused(Optional.of(principal));
        }
        return recipient.filter(there -> !there.terms().admits(from)).isPresent()
                ? new Authenticated.Elsewhere(principal)
                : new Authenticated.As(principal);
    }

    private static Principal principal(Recipient recipient, Set<String> groups, Credential credential) {
        return new Principal(
                recipient.id(), recipient.name(), groups, recipient.terms().properties(), credential);
    }

    /** The same in every replica. */
    private static UUID named(String first, String second, String third) {
        return UUID.nameUUIDFromBytes((first + "\n" + second + "\n" + third).getBytes(StandardCharsets.UTF_8));
    }
}
