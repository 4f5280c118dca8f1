package io.outputport.engine.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/**
 * What can be set on a running engine.
 *
 * @param buildMillis cost of each build of the schema cache
 * @param buildMillisPerTable added to it for each tracked table
 * @param introspectionMillisPerSource cost of each look into a source
 * @param sleep whether costs are waited for; if not, they are only added up
 * @param agentDown whether the data connector is unreachable
 * @param downSources sources that are unreachable
 * @param lateMillis how long GraphQL keeps the schema before the newest
 */
public record Knobs(
        long buildMillis,
        long buildMillisPerTable,
        long introspectionMillisPerSource,
        boolean sleep,
        boolean agentDown,
        Set<String> downSources,
        long lateMillis) {
    public static final Knobs DEFAULT = new Knobs(0, 0, 0, true, false, Set.of(), 0);

    public Knobs {
        downSources = Set.copyOf(downSources);
    }

    /**
     * These, with what {@code change} names put in.
     *
     * @throws IllegalArgumentException with one sentence, when a name is unknown or a value has the wrong type
     */
    public Knobs with(JsonNode change) {
        if (!change.isObject()) {
            throw new IllegalArgumentException(
                    "expected a JSON object of settings, " + toJson() + " being all of them");
        }
        change.fieldNames().forEachRemaining(name -> check(name, change.path(name)));
        return new Knobs(
                change.path("buildMillis").asLong(buildMillis),
                change.path("buildMillisPerTable").asLong(buildMillisPerTable),
                change.path("introspectionMillisPerSource").asLong(introspectionMillisPerSource),
                change.path("sleep").asBoolean(sleep),
                change.path("agentDown").asBoolean(agentDown),
                change.has("downSources") ? names(change.path("downSources")) : downSources,
                change.path("lateMillis").asLong(lateMillis));
    }

    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("buildMillis", buildMillis)
                .put("buildMillisPerTable", buildMillisPerTable)
                .put("introspectionMillisPerSource", introspectionMillisPerSource)
                .put("sleep", sleep)
                .put("agentDown", agentDown);
        downSources.stream().sorted().forEach(json.putArray("downSources")::add);
        return json.put("lateMillis", lateMillis);
    }

    private void check(String name, JsonNode value) {
        JsonNode known = toJson().path(name);
        boolean fits = known.getNodeType() == value.getNodeType() && (!value.isNumber() || value.asLong() >= 0);
        if (!fits) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no setting of that type; these are all of them: " + toJson());
        }
    }

    private static Set<String> names(JsonNode array) {
        Set<String> names = new HashSet<>();
        array.forEach(name -> names.add(name.asText()));
        return names;
    }
}
