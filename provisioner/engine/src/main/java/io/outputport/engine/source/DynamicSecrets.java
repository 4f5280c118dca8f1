package io.outputport.engine.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.refusal.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Values that a configuration reads from files, out of the one folder that the environment allows. */
public record DynamicSecrets(Map<String, String> environment) {
    private static final String ALLOWED = "HASURA_GRAPHQL_DYNAMIC_SECRETS_ALLOWED_PATH_PREFIX";
    private static final int MAX_BYTES = 64 * 1024;

    /** @throws Refused with code permission-error when the file is not below the allowed folder */
    public void check(String path) {
        try {
            if (!isAllowed(path)) {
                throw Refused.badRequest("permission-error", refusal(path));
            }
        } catch (IOException unreadable) {
            throw Refused.badRequest("permission-error", "the file " + path + " cannot be read");
        }
    }

    /** @param variables {@code {"name":{"type":"dynamic_from_file","filepath":…}}}; read anew each time */
    public ObjectNode read(JsonNode variables) throws SourceFailure {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (var entry : variables.properties()) {
            values.put(entry.getKey(), read(entry.getValue().path("filepath").asText()));
        }
        return values;
    }

    /** What the file holds now, without white space at its ends. */
    public String read(String path) throws SourceFailure {
        try {
            if (!isAllowed(path)) {
                throw new SourceFailure(refusal(path), "");
            }
            Path file = Path.of(path).toRealPath();
            if (Files.size(file) > MAX_BYTES) {
                throw new SourceFailure("the file " + path + " is larger than " + MAX_BYTES + " bytes", "");
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new SourceFailure("the file " + path + " cannot be read", "");
        }
    }

    private boolean isAllowed(String path) throws IOException {
        String prefix = environment.get(ALLOWED);
        return prefix != null
                && Path.of(path).toRealPath().startsWith(Path.of(prefix).toRealPath());
    }

    private String refusal(String path) {
        return environment.containsKey(ALLOWED)
                ? "the path " + path + " is not below the allowed path prefix"
                : "dynamic secrets need the variable " + ALLOWED;
    }
}
