package io.outputport.engine.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request, read completely.
 *
 * @param path decoded, without the query
 * @param variables the parts of the path that the route names in braces
 * @param query the first value of each query parameter
 * @param headers the first value of each header by lower-case name
 * @param body as text; already unzipped
 * @param isUtf8 whether the body's bytes were UTF-8; if not, the text has signs of replacement
 */
public record Request(
        String method,
        String path,
        Map<String, String> variables,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        boolean isUtf8) {
    public Request {
        variables = Map.copyOf(variables);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** With a body that was a text. */
    public Request(
            String method,
            String path,
            Map<String, String> variables,
            Map<String, String> query,
            Map<String, String> headers,
            String body) {
        this(method, path, variables, query, headers, body, true);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A part of the path; a name that the route does not have is a bug. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no variable " + name);
        }
        return value;
    }

    /** The body as JSON; empty when it is none. Numbers keep every digit. */
    public Optional<JsonNode> json() {
        try {
            JsonNode node = JsonMapping.MAPPER.readTree(body);
            return node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    Request with(Map<String, String> found) {
        return new Request(method, path, found, query, headers, body, isUtf8);
    }
}
