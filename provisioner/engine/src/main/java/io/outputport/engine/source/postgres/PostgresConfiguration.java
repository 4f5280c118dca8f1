package io.outputport.engine.source.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.source.DynamicSecrets;
import io.outputport.engine.source.PostgresAddress;
import io.outputport.engine.source.SourceFailure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads {@code {"connection_info":{"database_url":…}}}: a URL, the variable or file that holds it, or its parts. */
record PostgresConfiguration(Map<String, String> environment, DynamicSecrets secrets) {
    private static final String FROM_FILE = "dynamic_from_file";

    void check(JsonNode configuration) {
        JsonNode file = url(configuration).path(FROM_FILE);
        if (file.isTextual()) {
            secrets.check(file.asText());
        }
    }

    PostgresAddress resolve(JsonNode configuration) throws SourceFailure {
        JsonNode url = url(configuration);
        if (url.isTextual()) {
            return PostgresAddress.of(url.asText());
        }
        if (url.path("from_env").isTextual()) {
            return PostgresAddress.of(fromEnvironment(url.path("from_env").asText()));
        }
        if (url.path(FROM_FILE).isTextual()) {
            return PostgresAddress.of(secrets.read(url.path(FROM_FILE).asText()));
        }
        if (url.path("connection_parameters").isObject()) {
            return fromParts(url.path("connection_parameters"));
        }
        throw new SourceFailure(
                "connection error",
                "database_url must be a text, from_env, dynamic_from_file or connection_parameters");
    }

    private static JsonNode url(JsonNode configuration) {
        return configuration.path("connection_info").path("database_url");
    }

    private String fromEnvironment(String variable) throws SourceFailure {
        String value = environment.get(variable);
        if (value == null) {
            throw new SourceFailure("environment variable '" + variable + "' not set", "");
        }
        return value;
    }

    private static PostgresAddress fromParts(JsonNode parts) {
        return PostgresAddress.at(
                parts.path("host").asText() + ":" + parts.path("port").asInt(5432),
                URLEncoder.encode(parts.path("database").asText(), StandardCharsets.UTF_8)
                        .replace("+", "%20"),
                parts.path("username").asText(),
                parts.path("password").asText());
    }
}
