package io.outputport.sharing.signature;

import io.micronaut.context.annotation.Factory;
import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.store.OpenDatabase;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Replicas need the same key. A process alone can do with one that it makes at its start: addresses and page tokens then end
 * with the process, and nothing has to be kept secret on a disk.
 */
@Factory
final class SigningKeyFactory {
    static final String SETTING = "SHARING_SIGNING_KEY";

    private static final int SHORTEST = 32;

    @Singleton
    SigningKey key(Settings settings, OpenDatabase database, SecureRandom chance) {
        return settings.secret(SETTING).map(SigningKeyFactory::given).orElseGet(() -> {
            if (database.isShared()) {
                throw new SettingsException(SETTING + " (or " + SETTING + "_FILE) is not set; with a database that"
                        + " several replicas may share, all of them need the same one.");
            }
            return made(chance);
        });
    }

    private static SigningKey given(Secret secret) {
        byte[] bytes = secret.reveal().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST) {
            throw new SettingsException(SETTING + " has " + bytes.length + " bytes, but must have at least " + SHORTEST
                    + "; openssl rand -base64 48 makes one.");
        }
        return new SigningKey(bytes);
    }

    private static SigningKey made(SecureRandom chance) {
        byte[] bytes = new byte[SHORTEST];
        chance.nextBytes(bytes);
        return new SigningKey(bytes);
    }
}
