package io.outputport.sharing.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.foundation.outcome.Quote;
import io.outputport.foundation.settings.Secret;
import io.outputport.foundation.transport.Calls;
import io.outputport.foundation.transport.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The admin API of a server at an address. What it refuses ends the command in the server's own words. */
final class AdminClient {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int LARGEST = 64 << 20;
    private static final int LONGEST_MESSAGE = 4_000;

    private final Calls calls = new Calls(Duration.ofSeconds(5));
    private final URI server;
    private final Optional<Secret> token;

    AdminClient(URI server, Optional<Secret> token) {
        this.server = server;
        this.token = token;
    }

    JsonNode get(String path) {
        return send("GET", path, Optional.empty());
    }

    JsonNode put(String path, String body) {
        return send("PUT", path, Optional.of(body));
    }

    JsonNode post(String path, String body) {
        return send("POST", path, Optional.of(body));
    }

    JsonNode delete(String path) {
        return send("DELETE", path, Optional.empty());
    }

    /** A name as a part of a path. */
    static String part(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode send(String method, String path, Optional<String> body) {
        HttpRequest.Builder request = Calls.to(URI.create(server + "/admin/v1" + path), LONGEST)
                .method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        body.ifPresent(there -> request.header("Content-Type", "application/json"));
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.reveal()));
        Reply reply = calls.send(request.build(), LARGEST);
        if (reply instanceof Reply.Silence silence) {
            throw new CommandFailure(ExitCode.SYSTEM, server + " does not answer: " + silence.sentence() + ".");
        }
        return body((Reply.Answer) reply);
    }

    private JsonNode body(Reply.Answer answer) {
        Optional<JsonNode> json = answer.json();
        if (answer.isOk()) {
            return json.orElse(JsonNodeFactory.instance.missingNode());
        }
        String message = json.map(body -> body.path("message").asText()).orElse("");
        throw new CommandFailure(
                answer.status() >= 500 ? ExitCode.SYSTEM : ExitCode.REFUSED,
                message.isEmpty()
                        ? server + " answers with status " + answer.status() + "; is it a sharing server?"
                        : Quote.of(message, LONGEST_MESSAGE));
    }
}
