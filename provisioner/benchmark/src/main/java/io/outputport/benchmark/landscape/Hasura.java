package io.outputport.benchmark.landscape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.benchmark.run.Http;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The sandbox's engine as its administrator sees it. */
public final class Hasura {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_BUILD = Duration.ofMinutes(15);

    private final URI url;
    private final String adminSecret;
    private final Http http = new Http(LONGEST_BUILD);

    public Hasura(URI url, String adminSecret) {
        this.url = url;
        this.adminSecret = adminSecret;
    }

    public EngineCounters counters() throws IOException, InterruptedException {
        return EngineCounters.of(http.get(URI.create(url + "/sandbox/stats")));
    }

    /** @param sleep whether costs are waited for; if not, they are added up */
    public void charge(Costs costs, boolean sleep) throws IOException, InterruptedException {
        ObjectNode settings = JsonNodeFactory.instance
                .objectNode()
                .put("buildMillisPerTable", costs.buildMillisPerTable())
                .put("introspectionMillisPerSource", costs.introspectionMillisPerSource())
                .put("sleep", sleep);
        http.post(URI.create(url + "/sandbox/settings"), settings.toString());
    }

    public void replaceMetadata(JsonNode metadata) throws IOException, InterruptedException {
        ObjectNode request = operation("replace_metadata").put("version", 2);
        request.putObject("args").set("metadata", metadata);
        send("/v1/metadata", request, Map.of());
    }

    /** The metadata as it stands. */
    public JsonNode metadata() throws IOException, InterruptedException {
        ObjectNode request = operation("export_metadata").put("version", 2);
        request.putObject("args");
        return send("/v1/metadata", request, Map.of()).path("metadata");
    }

    /** Asks as somebody in this role. */
    public JsonNode query(String role, String query) throws IOException, InterruptedException {
        return send(
                "/v1/graphql",
                JsonNodeFactory.instance.objectNode().put("query", query),
                Map.of("X-Hasura-Role", role));
    }

    private JsonNode send(String path, ObjectNode body, Map<String, String> more)
            throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>(more);
        headers.put("X-Hasura-Admin-Secret", adminSecret);
        return JSON.readTree(http.post(URI.create(url + path), body.toString(), headers));
    }

    private static ObjectNode operation(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    /** What a build costs for each tracked table, and each look into a source. */
    public record Costs(long buildMillisPerTable, long introspectionMillisPerSource) {
        public static final Costs NONE = new Costs(0, 0);

        public Duration build(int tables) {
            return Duration.ofMillis(buildMillisPerTable * tables);
        }

        public Duration looks(int sources) {
            return Duration.ofMillis(introspectionMillisPerSource * sources);
        }
    }
}
