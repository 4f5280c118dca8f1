package io.outputport.sandbox.snowflake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import io.outputport.sandbox.snowflake.result.ResultFormat;
import io.outputport.sandbox.snowflake.sql.Name;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code POST /session/v1/login-request}: by password, by access token, by key pair. */
final class LoginEndpoint {
    private static final String FORMAT = "JDBC_QUERY_RESULT_FORMAT";
    /** What drivers ask of a session; they are told to keep their telemetry. */
    private static final Map<String, Object> PARAMETERS = Map.ofEntries(
            Map.entry("AUTOCOMMIT", true),
            Map.entry("CLIENT_SESSION_KEEP_ALIVE", false),
            Map.entry("CLIENT_TELEMETRY_ENABLED", false),
            Map.entry("CLIENT_MEMORY_LIMIT", 1536),
            Map.entry("CLIENT_PREFETCH_THREADS", 4),
            Map.entry("CLIENT_RESULT_CHUNK_SIZE", 16),
            Map.entry("TIMEZONE", "UTC"),
            Map.entry("DATE_OUTPUT_FORMAT", "YYYY-MM-DD"),
            Map.entry("TIME_OUTPUT_FORMAT", "HH24:MI:SS"),
            Map.entry("TIMESTAMP_OUTPUT_FORMAT", "YYYY-MM-DD HH24:MI:SS.FF3 TZHTZM"),
            Map.entry("TIMESTAMP_NTZ_OUTPUT_FORMAT", "YYYY-MM-DD HH24:MI:SS.FF3"),
            Map.entry("BINARY_OUTPUT_FORMAT", "HEX"));

    private final SnowflakeAccount account;
    private final Sessions sessions;
    private final Clock clock;

    LoginEndpoint(SnowflakeAccount account, Sessions sessions, Clock clock) {
        this.account = account;
        this.sessions = sessions;
        this.clock = clock;
    }

    Reply login(Request request) {
        JsonNode data = request.json().map(body -> body.path("data")).orElse(JsonNodeFactory.instance.missingNode());
        return refusal(data, request.query()).map(Envelope::of).orElseGet(() -> welcome(request.query(), format(data)));
    }

    private Optional<Refusal> refusal(JsonNode data, Map<String, String> query) {
        if (!account.user().equalsIgnoreCase(data.path("LOGIN_NAME").asText())) {
            return Optional.of(Refusal.wrongLogin());
        }
        String authenticator = data.path("AUTHENTICATOR").asText("SNOWFLAKE").toUpperCase(Locale.ROOT);
        Optional<Refusal> refusal =
                switch (authenticator) {
                    case "SNOWFLAKE_JWT" -> byKey(data.path("TOKEN").asText());
                    case "PROGRAMMATIC_ACCESS_TOKEN" ->
                        bySecret(data.path("TOKEN").asText(), List.of(account.token()));
                    default -> bySecret(data.path("PASSWORD").asText(), List.of(account.password(), account.token()));
                };
        return refusal.or(() -> Optional.ofNullable(query.get("roleName"))
                .filter(role -> !Name.exact(role).equals(account.role()))
                .map(Refusal::noRole));
    }

    private static Optional<Refusal> bySecret(String given, List<String> right) {
        return right.contains(given) ? Optional.empty() : Optional.of(Refusal.wrongLogin());
    }

    private Optional<Refusal> byKey(String token) {
        return account.key()
                        .filter(key -> KeyPairToken.isValid(token, account.user(), key, clock))
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.wrongKey());
    }

    private ResultFormat format(JsonNode data) {
        String asked = data.path("SESSION_PARAMETERS").path(FORMAT).asText();
        return account.format().orElseGet(() -> ResultFormat.of(asked));
    }

    private Reply welcome(Map<String, String> query, ResultFormat format) {
        Session session = new Session(
                exact(query, "warehouse").filter(account.warehouse()::equals),
                exact(query, "databaseName"),
                exact(query, "schemaName"),
                format);
        String token = sessions.add(session);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("token", token)
                .put("masterToken", "master-of-" + token)
                .put("validityInSeconds", 3600)
                .put("masterValidityInSeconds", 14400)
                .put("sessionId", 1)
                .put("serverVersion", "9.0.0");
        data.set("parameters", parameters(session));
        data.putObject("sessionInfo")
                .put("roleName", account.role())
                .put("warehouseName", session.warehouse().orElse(null))
                .put("databaseName", session.database().orElse(null))
                .put("schemaName", session.schema().orElse(null));
        return Envelope.of(data);
    }

    static ArrayNode parameters(Session session) {
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        parameters.addObject().put("name", FORMAT).put("value", session.format().name());
        PARAMETERS.forEach(
                (name, value) -> parameters.addObject().put("name", name).putPOJO("value", value));
        return parameters;
    }

    private static Optional<String> exact(Map<String, String> query, String parameter) {
        return Optional.ofNullable(query.get(parameter)).map(Name::exact);
    }
}
