package io.outputport.sharing.authentication;

import io.outputport.foundation.caller.jwt.Verdict;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Those that the operator has set; none by default. */
@Singleton
public final class IdentityProviders {
    public static final String PREFIX = "SHARING_OIDC_";
    private static final Pattern FORM = Pattern.compile(
            PREFIX + "([A-Z0-9]+)_(JWKS_URL|ISSUER|AUDIENCE|RECIPIENT|GROUPS_CLAIM|CLOCK_SKEW|TOKEN_URL)");

    /** What is known of a signed identity. */
    sealed interface SignedIdentity {
        record Signed(IdentityProvider by, Verdict.Valid identity) implements SignedIdentity {}

        record Nobody() implements SignedIdentity {}

        /** The keys that would tell cannot be had now. */
        record ProviderUnavailable() implements SignedIdentity {}
    }

    private final List<IdentityProvider> all;
    private final Optional<Introduction> introduction;

    IdentityProviders(Settings settings, Optional<Introduction> introduction) {
        this.introduction = introduction;
        TreeSet<String> names = new TreeSet<>();
        for (String setting : settings.startingWith(PREFIX).keySet()) {
            Matcher form = FORM.matcher(setting);
            if (!form.matches()) {
                throw new SettingsException(setting + " is not a setting; known are " + PREFIX + "<NAME>_JWKS_URL,"
                        + " _ISSUER, _AUDIENCE, _RECIPIENT, _GROUPS_CLAIM, _CLOCK_SKEW and _TOKEN_URL.");
            }
            names.add(form.group(1));
        }
        this.all = names.stream()
                .map(name -> IdentityProvider.from(settings, name))
                .toList();
    }

    public List<IdentityProvider> all() {
        return all;
    }

    public Optional<IdentityProvider> named(String name) {
        return all.stream()
                .filter(provider -> provider.name().equalsIgnoreCase(name))
                .findFirst();
    }

    SignedIdentity of(String bearer) {
        String token = introduction.flatMap(it -> it.signed(bearer)).orElse(bearer);
        SignedIdentity found = new SignedIdentity.Nobody();
        for (IdentityProvider provider : all) {
            SignedIdentity otherwise = found;
            found = provider.verifier()
                    .of(token)
                    .match(
                            valid -> new SignedIdentity.Signed(provider, valid),
                            refused -> otherwise,
                            SignedIdentity.ProviderUnavailable::new);
            if (found instanceof SignedIdentity.Signed) {
                return found;
            }
        }
        return found;
    }
}
