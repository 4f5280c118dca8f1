package io.outputport.sharing.authentication;

import io.outputport.foundation.caller.jwt.ClaimPath;
import io.outputport.foundation.caller.jwt.JwtIssuer;
import io.outputport.foundation.caller.jwt.JwtVerifier;
import io.outputport.foundation.caller.jwt.Verdict;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.sharing.recipient.Recipient;
import io.outputport.sharing.recipient.RecipientKind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An identity provider whose signed identities are taken.
 *
 * @param name that the operator gave to it
 * @param recipient how a recipient's name is made: {@code user:{sub}}, a claim in braces between fixed words
 * @param groups the claim that holds the groups
 * @param token what a client that asks it for tokens needs to know
 */
public record IdentityProvider(
        String name, JwtIssuer issuer, JwtVerifier verifier, String recipient, ClaimPath groups, Optional<URI> token) {
    private static final int MOST_GROUPS = 1_000;
    private static final String CLAIM = "[^{}]*\\{[A-Za-z0-9_.:/-]+}[^{}]*";

    static IdentityProvider from(Settings settings, String name) {
        String prefix = IdentityProviders.PREFIX + name + "_";
        String keys = prefix + "JWKS_URL";
        String recipient = settings.text(prefix + "RECIPIENT", RecipientKind.USER_PREFIX + "{sub}");
        if (!recipient.matches(CLAIM) || RecipientKind.isGroup(recipient)) {
            throw new SettingsException(prefix + "RECIPIENT must hold one claim in braces, such as user:{sub} or"
                    + " {client_id}, and name no group.");
        }
        JwtIssuer issuer = new JwtIssuer(
                settings.url(keys).orElseThrow(() -> new SettingsException(keys + " is not set.")),
                keys,
                settings.required(prefix + "ISSUER"),
                settings.required(prefix + "AUDIENCE"),
                settings.duration(prefix + "CLOCK_SKEW", Duration.ofSeconds(30)));
        return new IdentityProvider(
                name,
                issuer,
                new JwtVerifier(issuer),
                recipient,
                new ClaimPath(settings.text(prefix + "GROUPS_CLAIM", "groups")),
                settings.url(prefix + "TOKEN_URL"));
    }

    /** Empty where the claim is missing, or holds what would make it somebody of another kind. */
    Optional<String> recipient(Verdict.Valid identity) {
        int from = recipient.indexOf('{');
        int to = recipient.indexOf('}');
        String before = recipient.substring(0, from);
        return new ClaimPath(recipient.substring(from + 1, to))
                .text(identity.claims())
                .map(claim -> before + claim + recipient.substring(to + 1))
                .filter(made -> Recipient.refusal(made).isEmpty() && !RecipientKind.isGroup(made))
                .filter(made -> RecipientKind.isUser(made) == RecipientKind.isUser(before + "x"));
    }

    Set<String> groups(Map<String, Object> claims) {
        return groups.texts(claims).stream()
                .filter(group ->
                        Recipient.refusal(RecipientKind.GROUP_PREFIX + group).isEmpty() && !group.isEmpty())
                .limit(MOST_GROUPS)
                .collect(Collectors.toUnmodifiableSet());
    }
}
