package io.outputport.sharing.tck.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;

/** What a server answered. */
public record Answer(int status, HttpHeaders headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty if there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public JsonNode json() {
        return tree(body);
    }

    public List<JsonNode> lines() {
        return body.lines().filter(line -> !line.isBlank()).map(Answer::tree).toList();
    }

    /** What the lines hold under a name, in their order. */
    public Stream<JsonNode> actions(String name) {
        return lines().stream().filter(line -> line.has(name)).map(line -> line.get(name));
    }

    /** What follows the two lines of protocol and metadata, without an end. */
    public List<JsonNode> files() {
        return actions("file").toList();
    }

    public String errorCode() {
        return json().path("errorCode").asText();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException("not JSON: " + text, broken);
        }
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
