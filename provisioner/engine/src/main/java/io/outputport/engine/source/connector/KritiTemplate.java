package io.outputport.engine.source.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.outputport.engine.source.SourceFailure;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of Kriti that configurations use: JSON in which {@code {{…}}}, alone or inside a text, stands for a path of
 * the scope ({@code $config.host}, {@code $vars["x"]}) or for {@code getEnvironmentVariable("X")}.
 *
 * @param scope {@code $config}, {@code $env}, {@code $session} and {@code $vars}
 */
record KritiTemplate(Map<String, JsonNode> scope, Map<String, String> environment) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern VARIABLE = Pattern.compile("getEnvironmentVariable\\(\\s*[\"']([^\"']*)[\"']\\s*\\)");
    private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\[\\s*[\"']([^\"']*)[\"']\\s*]");

    ObjectNode apply(String template) throws SourceFailure {
        StringBuilder json = new StringBuilder();
        boolean inText = false;
        for (int i = 0; i < template.length(); i++) {
            if (template.startsWith("{{", i)) {
                int end = template.indexOf("}}", i);
                if (end < 0) {
                    throw failed("unclosed {{");
                }
                json.append(written(evaluate(template.substring(i + 2, end).strip()), inText));
                i = end + 1;
                continue;
            }
            char here = template.charAt(i);
            if (here == '\\' && inText && i + 1 < template.length()) {
                json.append(here);
                i++;
            } else if (here == '"') {
                inText = !inText;
            }
            json.append(template.charAt(i));
        }
        return object(json.toString());
    }

    private static ObjectNode object(String json) throws SourceFailure {
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException notJson) {
            throw failed("the result is no JSON");
        }
        throw new SourceFailure("transformConfig: Kriti did not decode into Object", "");
    }

    private static String written(JsonNode value, boolean inText) throws SourceFailure {
        if (!inText) {
            return value.toString();
        }
        if (value.isContainerNode()) {
            throw failed("an object or array cannot stand inside a text");
        }
        String quoted = TextNode.valueOf(value.asText()).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private JsonNode evaluate(String expression) throws SourceFailure {
        Matcher variable = VARIABLE.matcher(expression);
        if (variable.matches()) {
            String name = variable.group(1);
            return TextNode.valueOf(Optional.ofNullable(environment.get(name))
                    .orElseThrow(() -> failed("environment variable \"" + name + "\" is not set")));
        }
        int steps = firstStep(expression);
        JsonNode value = scope.get(expression.substring(0, steps));
        if (value == null) {
            throw failed("the variable " + expression.substring(0, steps) + " is not in scope");
        }
        Matcher step = STEP.matcher(expression).region(steps, expression.length());
        int done = steps;
        while (step.lookingAt()) {
            String key = step.group(1) == null ? step.group(2) : step.group(1);
            value = value.path(key);
            done = step.end();
            step.region(done, expression.length());
        }
        if (done < expression.length() || value.isMissingNode()) {
            throw failed("cannot evaluate " + expression);
        }
        return value;
    }

    private static int firstStep(String expression) {
        int i = 0;
        while (i < expression.length() && expression.charAt(i) != '.' && expression.charAt(i) != '[') {
            i++;
        }
        return i;
    }

    private static SourceFailure failed(String why) {
        return new SourceFailure("transformConfig: Kriti template transform failed - " + why, "");
    }
}
