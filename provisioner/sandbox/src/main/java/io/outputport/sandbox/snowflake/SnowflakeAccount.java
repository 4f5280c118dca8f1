package io.outputport.sandbox.snowflake;

import io.outputport.sandbox.snowflake.result.ResultFormat;
import java.security.PublicKey;
import java.util.Optional;

/**
 * The one user of the account.
 *
 * @param token a programmatic access token; it is also taken in place of the password, as Snowflake does
 * @param key by which the user may log in with a key pair
 * @param role the only role that the user has
 * @param warehouse the only warehouse; without it a session logs in, but cannot ask
 * @param format in which every result is sent, whatever a session asks for; empty for what it asks for
 */
public record SnowflakeAccount(
        String user,
        String password,
        String token,
        Optional<PublicKey> key,
        String role,
        String warehouse,
        Optional<ResultFormat> format) {
    @Override
    public String toString() {
        return "SnowflakeAccount[" + user + "]";
    }
}
