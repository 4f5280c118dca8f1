package io.outputport.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.EngineSettings.Hook;
import io.outputport.engine.EngineSettings.HookMode;
import io.outputport.engine.http.Request;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.Session;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The authorization hook: it is shown the caller's headers, with POST also the request, and answers with the session's
 * variables.
 */
final class Webhook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What a hook that is asked with GET is not shown; more of them begin with {@code accept}. */
    private static final Set<String> KEPT_BACK = Set.of(
            "content-length",
            "content-type",
            "content-md5",
            "user-agent",
            "host",
            "origin",
            "referer",
            "cache-control",
            "connection",
            "dnt");

    /** Those of one connection, which Java's client sets itself. */
    private static final Set<String> RESTRICTED = Set.of("upgrade", "http2-settings", "expect", "transfer-encoding");

    private final Hook hook;
    private final HttpClient client;

    Webhook(Hook hook) {
        this.hook = hook;
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /** @throws Refused when the hook says no, or something that is no answer */
    Session ask(Request request, Optional<JsonNode> graphql) {
        HttpResponse<String> answer =
                send(hook.mode() == HookMode.GET ? headersOnly(request) : everything(request, graphql));
        if (answer.statusCode() == 401) {
            throw Refused.of(401, "access-denied", "Authentication hook unauthorized this request")
                    .at("$");
        }
        Map<String, String> variables = answer.statusCode() == 200 ? variables(answer.body()) : Map.of();
        if (variables.isEmpty()) {
            throw failed("Invalid response from authorization hook");
        }
        String role = variables.get("x-hasura-role");
        if (role == null) {
            throw failed("missing x-hasura-role key in webhook response");
        }
        return Authentication.session(variables, role);
    }

    private HttpRequest headersOnly(Request request) {
        HttpRequest.Builder question = HttpRequest.newBuilder(hook.url()).timeout(PATIENCE);
        request.headers().forEach((name, value) -> {
            if (!KEPT_BACK.contains(name) && !name.startsWith("accept") && !RESTRICTED.contains(name)) {
                question.header(name, value);
            }
        });
        return question.build();
    }

    private HttpRequest everything(Request request, Optional<JsonNode> graphql) {
        return HttpRequest.newBuilder(hook.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question(request, graphql).toString()))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw failed("webhook authentication request failed");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed("webhook authentication request failed");
        }
    }

    private static ObjectNode question(Request request, Optional<JsonNode> graphql) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        ObjectNode headers = question.putObject("headers");
        request.headers().forEach((name, value) -> headers.put(titleCase(name), value));
        ObjectNode shown = question.putObject("request");
        for (String key : new String[] {"variables", "operationName", "query"}) {
            shown.set(key, graphql.map(body -> body.get(key)).orElse(NullNode.getInstance()));
        }
        return question;
    }

    /** The form in which clients write header names; hooks look them up like that. */
    private static String titleCase(String name) {
        return Arrays.stream(name.split("-", -1))
                .map(word -> word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("-"));
    }

    private static Map<String, String> variables(String body) {
        Map<String, String> variables = new HashMap<>();
        try {
            JSON.readTree(body)
                    .properties()
                    .forEach(entry -> variables.put(
                            entry.getKey().toLowerCase(Locale.ROOT),
                            entry.getValue().asText()));
        } catch (JsonProcessingException notJson) {
            variables.clear();
        }
        return variables;
    }

    private static Refused failed(String message) {
        return Refused.of(500, "unexpected", message).at("$");
    }
}
