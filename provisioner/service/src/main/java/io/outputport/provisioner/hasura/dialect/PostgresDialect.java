package io.outputport.provisioner.hasura.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.source.postgres.PostgresSettings;
import io.outputport.provisioner.source.postgres.PostgresTechnology;
import io.outputport.provisioner.source.postgres.PostgresUrl;
import java.util.Optional;

/** PostgreSQL in Hasura's metadata: {@code pg_} operations, {@code kind: postgres}, the URL in Hasura's environment. */
final class PostgresDialect implements HasuraDialect {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Optional<PostgresSettings> settings;

    /** Without settings it knows no source and makes none. */
    PostgresDialect(Optional<PostgresSettings> settings) {
        this.settings = settings;
    }

    @Override
    public String technology() {
        return PostgresTechnology.NAME;
    }

    @Override
    public String kind() {
        return "postgres";
    }

    @Override
    public String operationPrefix() {
        return "pg";
    }

    @Override
    public JsonNode configuration(SourceTable table) {
        ObjectNode configuration = JSON.objectNode();
        ObjectNode connection = configuration.putObject("connection_info");
        connection
                .putObject("database_url")
                .put(
                        "from_env",
                        variable(table).orElseThrow(() -> new IllegalStateException("not located by us: " + table)));
        connection
                .putObject("pool_settings")
                .put("max_connections", settings.orElseThrow().maxConnections());
        return configuration;
    }

    @Override
    public boolean locates(SourceTable table) {
        return variable(table).isPresent();
    }

    /** A source of this kind holds all schemas of its database. */
    @Override
    public boolean pointsTo(JsonNode configuration, SourceTable table) {
        JsonNode address = configuration.path("connection_info").path("database_url");
        JsonNode variable = address.path("from_env");
        if (variable.isTextual()) {
            return variable(table).filter(variable.textValue()::equals).isPresent();
        }
        Optional<PostgresUrl> given = address.isTextual()
                ? PostgresUrl.parse(address.textValue())
                : parameters(address.path("connection_parameters"));
        return given.filter(url -> isOurs(url, table)).isPresent();
    }

    @Override
    public JsonNode adopted(JsonNode configuration, SourceTable table) {
        return configuration;
    }

    @Override
    public boolean same(JsonNode one, JsonNode other) {
        return PostgresConfiguration.essence(one).equals(PostgresConfiguration.essence(other));
    }

    @Override
    public JsonNode tableName(JsonNode configuration, SourceTable table) {
        return JSON.objectNode().put("schema", table.schema()).put("name", table.name());
    }

    @Override
    public Optional<SourceTable> sourceTable(JsonNode configuration, JsonNode tableName) {
        String schema = tableName.path("schema").asText("public");
        String name = tableName.isTextual()
                ? tableName.asText()
                : tableName.path("name").asText();
        return settings.stream()
                .flatMap(known -> known.sources().keySet().stream())
                .map(database -> new SourceTable(PostgresTechnology.NAME, database, schema, name))
                .filter(table -> pointsTo(configuration, table))
                .findFirst();
    }

    @Override
    public boolean streams() {
        return true;
    }

    private Optional<String> variable(SourceTable table) {
        return settings.map(known -> known.sources().get(table.database()));
    }

    private boolean isOurs(PostgresUrl url, SourceTable table) {
        return url.database().equals(table.database())
                && settings.filter(known -> known.url().isOnSameServer(url)).isPresent();
    }

    private static Optional<PostgresUrl> parameters(JsonNode given) {
        if (!given.path("host").isTextual() || !given.path("database").isTextual()) {
            return Optional.empty();
        }
        String host = given.path("host").textValue() + ":" + given.path("port").asInt(5432);
        return Optional.of(new PostgresUrl(
                PostgresUrl.withPorts(host), given.path("database").textValue(), "", true));
    }
}
