package io.outputport.sandbox.hasura.source.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.hasura.source.SourceFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Template variables that are read from files, out of the one folder that the environment allows. */
record DynamicSecrets(Map<String, String> environment) {
    private static final String ALLOWED = "HASURA_GRAPHQL_DYNAMIC_SECRETS_ALLOWED_PATH_PREFIX";
    private static final int MAX_BYTES = 64 * 1024;

    /** @param variables {@code {"name":{"type":"dynamic_from_file","filepath":…}}}; read anew each time */
    ObjectNode read(JsonNode variables) throws SourceFailure {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (var entry : variables.properties()) {
            values.put(entry.getKey(), file(entry.getValue().path("filepath").asText()));
        }
        return values;
    }

    private String file(String path) throws SourceFailure {
        String prefix = Optional.ofNullable(environment.get(ALLOWED))
                .orElseThrow(() -> new SourceFailure("dynamic secrets need the variable " + ALLOWED, ""));
        try {
            Path file = Path.of(path).toRealPath();
            if (!file.startsWith(Path.of(prefix).toRealPath())) {
                throw new SourceFailure("the path " + path + " is not below the allowed path prefix", "");
            }
            if (Files.size(file) > MAX_BYTES) {
                throw new SourceFailure("the file " + path + " is larger than " + MAX_BYTES + " bytes", "");
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new SourceFailure("the file " + path + " cannot be read", "");
        }
    }
}
