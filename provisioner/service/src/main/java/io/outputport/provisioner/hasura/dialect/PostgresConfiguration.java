package io.outputport.provisioner.hasura.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A PostgreSQL source's configuration without what Hasura adds to it by itself when it stores it. */
final class PostgresConfiguration {
    private static final Map<String, String> CONNECTION_DEFAULTS =
            Map.of("isolation_level", "\"read-committed\"", "use_prepared_statements", "false");
    private static final Map<String, String> POOL_DEFAULTS =
            Map.of("idle_timeout", "180", "retries", "1", "connection_lifetime", "600");

    private PostgresConfiguration() {}

    static JsonNode essence(JsonNode configuration) {
        JsonNode copy = configuration.deepCopy();
        dropNulls(copy);
        dropDefaults(copy.path("connection_info"), CONNECTION_DEFAULTS);
        dropDefaults(copy.path("connection_info").path("pool_settings"), POOL_DEFAULTS);
        return copy;
    }

    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(entry -> entry.getValue().isNull());
        }
        node.forEach(PostgresConfiguration::dropNulls);
    }

    private static void dropDefaults(JsonNode node, Map<String, String> defaults) {
        if (node instanceof ObjectNode object) {
            defaults.forEach((name, value) -> {
                if (value.equals(object.path(name).toString())) {
                    object.remove(name);
                }
            });
        }
    }
}
