package io.outputport.engine.source.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.source.DynamicSecrets;
import io.outputport.engine.source.SourceFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the configuration of a source: a value, and a template that may make another object of it. */
record ConnectorConfiguration(String agent, Map<String, String> environment, DynamicSecrets secrets) {
    private static final List<String> TIMEOUTS = List.of("seconds", "milliseconds", "microseconds");

    /** The form {@code {"value","template","timeout"}}; in the old one, the whole object was the value. */
    static ObjectNode wrapped(JsonNode configuration) {
        checkTimeout(configuration.path("timeout"));
        ObjectNode wrapped = JsonNodeFactory.instance.objectNode();
        boolean legacy = !configuration.has("value");
        wrapped.set("value", legacy ? configuration : configuration.path("value"));
        wrapped.set("template", legacy ? NullNode.getInstance() : orNull(configuration, "template"));
        if (!legacy && configuration.path("template_variables").isObject()) {
            wrapped.set("template_variables", configuration.path("template_variables"));
        }
        wrapped.set("timeout", orNull(configuration, "timeout"));
        return wrapped;
    }

    void check(JsonNode configuration) {
        for (JsonNode variable : wrapped(configuration).path("template_variables")) {
            secrets.check(variable.path("filepath").asText());
        }
    }

    /** What the agent is given. */
    ObjectNode effective(String source, JsonNode configuration) throws SourceFailure {
        JsonNode wrapped = wrapped(configuration);
        JsonNode value = wrapped.path("value");
        if (wrapped.path("template").isTextual()) {
            ObjectNode nothing = JsonNodeFactory.instance.objectNode();
            Map<String, JsonNode> scope = Map.of(
                    "$config",
                    value,
                    "$env",
                    variables(),
                    "$session",
                    nothing,
                    "$vars",
                    secrets.read(wrapped.path("template_variables")));
            value = new KritiTemplate(scope, environment)
                    .apply(wrapped.path("template").asText());
        }
        if (!value.path("jdbc_url").isTextual()) {
            throw new SourceFailure(
                    "Configuration for source \"" + source
                            + "\" is not valid based on the configuration schema declared"
                            + " by the \"" + agent + "\" data connector agent. Errors:\n"
                            + "- The value at $ is missing the required property jdbc_url",
                    "");
        }
        return (ObjectNode) value;
    }

    private ObjectNode variables() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        environment.forEach(json::put);
        return json;
    }

    private static JsonNode orNull(JsonNode parent, String key) {
        return Optional.ofNullable(parent.get(key)).orElse(NullNode.getInstance());
    }

    private static void checkTimeout(JsonNode timeout) {
        boolean absent = timeout.isMissingNode() || timeout.isNull();
        if (!absent
                && (timeout.size() != 1
                        || TIMEOUTS.stream()
                                .noneMatch(unit -> timeout.path(unit).isNumber()))) {
            throw Refused.parse("timeout needs exactly one of seconds, milliseconds, microseconds");
        }
    }
}
