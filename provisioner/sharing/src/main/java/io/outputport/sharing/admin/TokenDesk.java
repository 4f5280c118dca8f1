package io.outputport.sharing.admin;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.sharing.activation.ActivationSettings;
import io.outputport.sharing.activation.Profile;
import io.outputport.sharing.activation.PublicAddress;
import io.outputport.sharing.admin.wire.LinkRequest;
import io.outputport.sharing.admin.wire.LinkView;
import io.outputport.sharing.admin.wire.TokenView;
import io.outputport.sharing.authentication.IdentityProvider;
import io.outputport.sharing.authentication.IdentityProviders;
import io.outputport.sharing.edge.ErrorCode;
import io.outputport.sharing.recipient.Recipient;
import io.outputport.sharing.recipient.RecipientKind;
import io.outputport.sharing.token.Activation;
import io.outputport.sharing.token.Activations;
import io.outputport.sharing.token.SecretText;
import io.outputport.sharing.token.SecretText.Use;
import io.outputport.sharing.token.Tokens;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links and ends of tokens. Never a token itself: those are made by whoever uses a link. */
@Singleton
final class TokenDesk {
    /** What is kept. */
    @Singleton
    record TokenStore(Tokens tokens, Activations activations, SecureRandom chance, InstantSource clock) {}

    private final TokenStore kept;
    private final ActivationSettings settings;
    private final PublicAddress address;
    private final IdentityProviders providers;

    TokenDesk(TokenStore kept, ActivationSettings settings, PublicAddress address, IdentityProviders providers) {
        this.kept = kept;
        this.settings = settings;
        this.address = address;
        this.providers = providers;
    }

    List<TokenView> tokens(Recipient recipient) {
        return kept.tokens().of(recipient.id()).stream()
                .map(token -> TokenView.of(token, kept.clock().instant()))
                .toList();
    }

    LinkView link(Recipient recipient, LinkRequest wanted, Optional<Integer> ended) {
        refuseWithoutLinks(recipient);
        Activations.Terms usual = settings.usual();
        Activations.Terms terms = new Activations.Terms(
                lifetime("linkLifetime", wanted.linkLifetime(), usual.link()),
                lifetime("tokenLifetime", wanted.tokenLifetime(), usual.token()));
        SecretText code = SecretText.fresh(Use.ACTIVATION, kept.chance());
        Activation made = kept.activations().create(recipient.id(), code, terms);
        return new LinkView(
                recipient.name(),
                address.activation(code.reveal()),
                made.expiresAt().toString(),
                ended);
    }

    /** AdminRefusal before anything ends. */
    LinkView rotate(Recipient recipient, LinkRequest wanted) {
        refuseWithoutLinks(recipient);
        Duration grace = wanted.grace() == null
                ? Duration.ZERO
                : lifetime("grace", wanted.grace(), settings.usual().token());
        lifetime("linkLifetime", wanted.linkLifetime(), settings.usual().link());
        lifetime("tokenLifetime", wanted.tokenLifetime(), settings.usual().token());
        int ended = kept.tokens().end(recipient.id(), kept.clock().instant().plus(grace));
        return link(recipient, wanted, Optional.of(ended));
    }

    int end(Recipient recipient) {
        return kept.tokens().end(recipient.id(), kept.clock().instant());
    }

    boolean revoke(Recipient recipient, UUID token) {
        return kept.tokens().revoke(recipient.id(), token);
    }

    Profile.OfClient profile(Recipient recipient, String provider, String clientId) {
        IdentityProvider known = providers
                .named(provider)
                .orElseThrow(() -> new AdminRefusal(
                        ErrorCode.INVALID_PARAMETER_VALUE,
                        "provider: There is none of this name; set SHARING_OIDC_<NAME>_JWKS_URL and its companions."));
        String tokenEndpoint = known.token()
                .map(String::valueOf)
                .orElseThrow(() -> new AdminRefusal(
                        ErrorCode.INVALID_PARAMETER_VALUE,
                        "provider: SHARING_OIDC_" + known.name() + "_TOKEN_URL is not set, which clients need."));
        if (recipient.kind() == RecipientKind.GROUP) {
            throw new AdminRefusal(
                    ErrorCode.INVALID_PARAMETER_VALUE, "A group has no profile; its members have theirs.");
        }
        return Profile.OfClient.of(address.endpoint(), tokenEndpoint, clientId);
    }

    /** With a provider, people show who they are themselves: a link could be used by whoever finds it. */
    private void refuseWithoutLinks(Recipient recipient) {
        if (recipient.kind() == RecipientKind.GROUP) {
            throw new AdminRefusal(
                    ErrorCode.INVALID_PARAMETER_VALUE,
                    "A group has no token: its grants count for those whose identity provider names it.");
        }
        if (recipient.kind() == RecipientKind.USER && !providers.all().isEmpty()) {
            throw new AdminRefusal(
                    ErrorCode.INVALID_PARAMETER_VALUE,
                    "A user of the organisation makes the token with a token of the identity provider: POST "
                            + address.base() + "/activation.");
        }
    }

    /** @param most what everybody has, and nobody more */
    static Duration lifetime(String field, @Nullable String text, Duration most) {
        if (text == null) {
            return most;
        }
        try {
            Duration lifetime = Settings.of(Map.of(field, text)).timeout(field, most);
            if (lifetime.toSeconds() > 0 && lifetime.compareTo(most) <= 0) {
                return lifetime.truncatedTo(ChronoUnit.SECONDS);
            }
        } catch (SettingsException noDuration) {
            // Answered below, in the same words as one that is too long.
        }
        throw new AdminRefusal(
                ErrorCode.INVALID_PARAMETER_VALUE,
                field + ": It must be a duration such as 24h or 30d, of at least 1s and at most " + most.toSeconds()
                        + "s.");
    }
}
