package io.outputport.foundation.caller.jwt;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import io.outputport.foundation.outcome.Quote;
import java.io.IOException;
import java.net.URL;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a provider's set that can be used. One that cannot be read, of a curve that is newer than this service for
 * example, would else shut out whoever signs with the others.
 */
final class UsableKeys implements ResourceRetriever {
    private static final Logger LOG = LoggerFactory.getLogger(UsableKeys.class);
    /** A shorter one can be worked out from the public key by those with money to spend. */
    private static final int SHORTEST_RSA = 2048;

    private static final int LONGEST_NAME = 100;

    private final ResourceRetriever source;
    private final String setting;

    /** @param setting by which the operator gave the address of the set, for messages */
    UsableKeys(ResourceRetriever source, String setting) {
        this.source = source;
        this.setting = setting;
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        Resource published = source.retrieveResource(address);
        try {
            List<JWK> usable = new ArrayList<>();
            for (Object key : keys(published.getContent())) {
                read(key).filter(this::isLongEnough).ifPresent(usable::add);
            }
            return new Resource(new JWKSet(usable).toString(), "application/json");
        } catch (ParseException noSet) {
            throw new IOException("no set of keys", noSet);
        }
    }

    private static List<Object> keys(String set) throws ParseException {
        return JSONObjectUtils.getJSONArray(JSONObjectUtils.parse(set), "keys");
    }

    @SuppressWarnings("unchecked") // An object of JSON has texts for keys.
    private Optional<JWK> read(Object key) {
        if (!(key instanceof Map)) {
            LOG.warn("The set of {} holds something that is no key.", setting);
            return Optional.empty();
        }
        Map<String, Object> fields = (Map<String, Object>) key;
        try {
            return Optional.of(JWK.parse(fields));
        } catch (ParseException | IllegalArgumentException unreadable) {
            LOG.warn(
                    "The key {} of {} (type {}, curve {}) cannot be read and is left out.",
                    named(fields, "kid"),
                    setting,
                    named(fields, "kty"),
                    named(fields, "crv"));
            return Optional.empty();
        }
    }

    private static String named(Map<String, Object> fields, String field) {
        return Quote.of(String.valueOf(fields.getOrDefault(field, "none")), LONGEST_NAME);
    }

    private boolean isLongEnough(JWK key) {
        boolean tooShort = key instanceof RSAKey rsa
                && rsa.getModulus().decodeToBigInteger().bitLength() < SHORTEST_RSA;
        if (tooShort) {
            LOG.warn(
                    "The key {} of {} has fewer than {} bits and is left out.",
                    Quote.of(String.valueOf(key.getKeyID()), LONGEST_NAME),
                    setting,
                    SHORTEST_RSA);
        }
        return !tooShort;
    }
}
