package io.outputport.sandbox.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.sandbox.testing.Http;
import java.net.URI;
import java.util.Map;

/** Somebody who reads data through GraphQL, known by a bearer token. */
final class Consumer {
    private final Http http;

    Consumer(URI hasura, String token) {
        http = Http.to(hasura, Map.of("Authorization", "Bearer " + token));
    }

    /** The whole answer, data or errors. */
    JsonNode ask(String query) {
        String request =
                JsonNodeFactory.instance.objectNode().put("query", query).toString();
        return http.post("/v1/graphql", request).json();
    }

    /** The value of {@code data} for the one root field of the query. */
    JsonNode read(String query) {
        JsonNode answer = ask(query);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.path("data").iterator().next();
    }

    void isRefused(String query) {
        JsonNode answer = ask(query);
        assertThat(answer.has("data")).as(answer.toString()).isFalse();
        assertThat(answer.at("/errors/0/message").asText()).isEqualTo("Authentication hook unauthorized this request");
    }
}
