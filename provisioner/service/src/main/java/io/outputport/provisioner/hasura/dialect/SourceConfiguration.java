package io.outputport.provisioner.hasura.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.source.snowflake.SnowflakeNames;
import io.outputport.provisioner.source.snowflake.login.SnowflakeHost;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A data connector's configuration, read in any of its forms: wrapped with {@code value} and {@code template}, or the
 * value alone, which Hasura takes as the whole when there is no {@code value}.
 */
record SourceConfiguration(JsonNode value, Optional<String> template, JsonNode timeout) {
    private static final Pattern HOST = Pattern.compile("jdbc:snowflake://((?:https?://)?[^/?\"{}]+)");
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*\\$config\\.(\\w+)\\s*}}");
    private static final Pattern NOT_QUALIFIED = Pattern.compile("\"fully_qualify_all_names\"\\s*:\\s*false");

    static SourceConfiguration of(JsonNode configuration) {
        if (configuration.has("value")) {
            JsonNode template = configuration.path("template");
            return new SourceConfiguration(
                    configuration.path("value"),
                    template.isTextual() ? Optional.of(template.textValue()) : Optional.empty(),
                    configuration.path("timeout"));
        }
        JsonNode value = configuration.deepCopy();
        if (value instanceof ObjectNode object) {
            object.remove("timeout");
        }
        return new SourceConfiguration(value, Optional.empty(), configuration.path("timeout"));
    }

    /** Whether the agent names its tables with database and schema; it does unless told not to. */
    boolean qualifiesNames() {
        return template.map(text -> !NOT_QUALIFIED.matcher(text).find()).orElseGet(() -> {
            JsonNode flag = value.path("fully_qualify_all_names");
            return !flag.isBoolean() || flag.booleanValue();
        });
    }

    Optional<SnowflakeHost> host() {
        Matcher found = HOST.matcher(url());
        return found.find() ? SnowflakeHost.parse(found.group(1)) : Optional.empty();
    }

    /** Whether the URL's parameter means the object, quoted or, in Snowflake's way, unquoted and upper-cased. */
    boolean names(String parameter, String exact) {
        return parameter(parameter)
                .filter(given -> given.equals(exact)
                        || given.equals(SnowflakeNames.inSql(exact))
                        || SnowflakeNames.upper(given).equals(exact))
                .isPresent();
    }

    /** The object that the URL's parameter means: a quoted name means itself, an unquoted one its upper case. */
    Optional<String> exactName(String parameter) {
        return parameter(parameter)
                .map(given -> given.length() > 2 && given.startsWith("\"") && given.endsWith("\"")
                        ? given.substring(1, given.length() - 1).replace("\"\"", "\"")
                        : SnowflakeNames.upper(given));
    }

    private Optional<String> parameter(String name) {
        Matcher found = Pattern.compile("[?&](?:" + name + ")=([^&\"{}]+)", Pattern.CASE_INSENSITIVE)
                .matcher(url());
        return found.find() ? Optional.of(decoded(found.group(1))) : Optional.empty();
    }

    /** The JDBC URL, as far as it stands in the metadata: references to the value are resolved, variables are not. */
    private String url() {
        return template.map(text -> REFERENCE
                        .matcher(text)
                        .replaceAll(it ->
                                Matcher.quoteReplacement(value.path(it.group(1)).asText(""))))
                .orElseGet(() -> value.path("jdbc_url").asText(""));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** The one form for all, to compare by. */
    JsonNode normalised() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("value", value);
        template.ifPresent(text -> all.put("template", text));
        if (timeout.isObject()) {
            all.set("timeout", timeout);
        }
        return all;
    }
}
