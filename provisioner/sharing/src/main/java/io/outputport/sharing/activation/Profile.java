package io.outputport.sharing.activation;

import io.micronaut.serde.annotation.Serdeable;
import io.outputport.sharing.token.SecretText;
import io.outputport.sharing.token.Token;
import java.time.temporal.ChronoUnit;

/** A profile file, as the clients of the protocol read it. */
public sealed interface Profile {
    /** With a token of ours. */
    @Serdeable
    record OfToken(int shareCredentialsVersion, String endpoint, String bearerToken, String expirationTime)
            implements Profile {
        public static OfToken of(String endpoint, SecretText token, Token made) {
            return new OfToken(
                    1,
                    endpoint,
                    token.reveal(),
                    made.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    /** With a client of an identity provider, whose secret is not ours to know: its owner writes it in. */
    @Serdeable
    record OfClient(
            int shareCredentialsVersion,
            String type,
            String endpoint,
            String tokenEndpoint,
            String clientId,
            String clientSecret)
            implements Profile {
        public static OfClient of(String endpoint, String tokenEndpoint, String clientId) {
            return new OfClient(
                    2, "oauth_client_credentials", endpoint, tokenEndpoint, clientId, "<the client's secret>");
        }
    }
}
