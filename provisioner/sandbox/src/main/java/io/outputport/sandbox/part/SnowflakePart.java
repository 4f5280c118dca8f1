package io.outputport.sandbox.part;

import io.outputport.engine.source.ConnectionPools;
import io.outputport.engine.source.PostgresAddress;
import io.outputport.engine.source.SourceFailure;
import io.outputport.sandbox.snowflake.SnowflakeAccount;
import io.outputport.sandbox.snowflake.SnowflakeEndpoint;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A Snowflake account whose databases are those of the sandbox's PostgreSQL that have upper-case names. */
public record SnowflakePart(Port port, Optional<String> publicKey) implements Part {
    private static final String URL_VARIABLE = "_DATABASE_URL";
    /** With characters that a URL must not contain as they are: what forgets to encode them fails here first. */
    private static final String PASSWORD = "sand/box%&#+1";

    private static final String TOKEN = "sandbox-access-token";

    @Override
    public String name() {
        return "snowflake";
    }

    @Override
    public Started start(Offer soFar) throws IOException {
        Map<String, PostgresAddress> databases = databases(soFar);
        if (databases.isEmpty()) {
            throw new IOException("it has no data without the part postgres.");
        }
        ConnectionPools pools = new ConnectionPools();
        Map<String, javax.sql.DataSource> sources = new LinkedHashMap<>();
        databases.forEach((name, address) -> sources.put(name, pools.of(address)));
        SnowflakeAccount account = account();
        SnowflakeEndpoint endpoint =
                SnowflakeEndpoint.start(port.number(), account, sources, Clock.systemUTC(), UUID::randomUUID);
        return new Started(offer(endpoint, account), () -> {
            endpoint.close();
            pools.close();
        });
    }

    private SnowflakeAccount account() throws IOException {
        Optional<PublicKey> key = Optional.empty();
        if (publicKey.isPresent()) {
            key = Optional.of(read(publicKey.get()));
        }
        return new SnowflakeAccount(
                "SANDBOX_SERVICE", PASSWORD, TOKEN, key, "SANDBOX_ROLE", "SANDBOX_WH", Optional.empty());
    }

    private static PublicKey read(String pem) throws IOException {
        try {
            String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw new IOException("SANDBOX_SNOWFLAKE_PUBLIC_KEY is no RSA public key in PEM.", unreadable);
        }
    }

    private static Map<String, PostgresAddress> databases(Offer soFar) throws IOException {
        Map<String, PostgresAddress> databases = new LinkedHashMap<>();
        for (Map.Entry<String, String> variable : soFar.hasura().entrySet()) {
            String database = variable.getValue().replaceFirst(".*/", "");
            if (variable.getKey().equals(database + URL_VARIABLE)) {
                databases.put(database, address(variable.getValue()));
            }
        }
        return databases;
    }

    private static PostgresAddress address(String url) throws IOException {
        try {
            return PostgresAddress.of(url);
        } catch (SourceFailure malformed) {
            throw new IOException("its database cannot be used.", malformed);
        }
    }

    private static Offer offer(SnowflakeEndpoint endpoint, SnowflakeAccount account) {
        Map<String, String> service = new LinkedHashMap<>();
        service.put("SNOWFLAKE_HOST", endpoint.host());
        service.put("SNOWFLAKE_USER", account.user());
        service.put("SNOWFLAKE_PASSWORD", account.password());
        service.put("SNOWFLAKE_ROLE", account.role());
        service.put("SNOWFLAKE_WAREHOUSE", account.warehouse());
        Map<String, String> hasura = new LinkedHashMap<>();
        service.keySet().stream()
                .filter(name -> !name.equals("SNOWFLAKE_HOST"))
                .forEach(name -> hasura.put(name, encoded(service.getOrDefault(name, ""))));
        String address = endpoint.url().getHost() + ":" + endpoint.url().getPort();
        return new Offer(Map.of("snowflake", address), service, hasura);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
