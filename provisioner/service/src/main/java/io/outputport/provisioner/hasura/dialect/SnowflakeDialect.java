package io.outputport.provisioner.hasura.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.source.snowflake.SnowflakeSettings;
import io.outputport.provisioner.source.snowflake.SnowflakeTechnology;
import java.util.Optional;

/** Snowflake in Hasura's metadata: a data connector, tables named by arrays, no streams. */
final class SnowflakeDialect implements HasuraDialect {
    private final Optional<SnowflakeSettings> settings;

    /** Without settings it knows no source and makes none. */
    SnowflakeDialect(Optional<SnowflakeSettings> settings) {
        this.settings = settings;
    }

    @Override
    public String technology() {
        return SnowflakeTechnology.NAME;
    }

    @Override
    public String kind() {
        return "snowflake";
    }

    @Override
    public String operationPrefix() {
        return "snowflake";
    }

    /** Names are fully qualified, so that equal names in two schemas never mix. */
    @Override
    public JsonNode configuration(SourceTable table) {
        return new AgentConfiguration(settings.orElseThrow()).of(table, true);
    }

    @Override
    public boolean locates(SourceTable table) {
        return settings.isPresent();
    }

    @Override
    public boolean pointsTo(JsonNode configuration, SourceTable table) {
        SourceConfiguration given = SourceConfiguration.of(configuration);
        return isOurs(given) && given.names("db|database", table.database()) && given.names("schema", table.schema());
    }

    @Override
    public JsonNode adopted(JsonNode configuration, SourceTable table) {
        return settings.filter(known -> known.agent().mode().isPresent())
                .map(known -> new AgentConfiguration(known)
                        .of(table, SourceConfiguration.of(configuration).qualifiesNames()))
                .orElse(configuration);
    }

    /** The Python service wrote the whole URL of an account, with user and password, as the plain value. */
    @Override
    public boolean isOfPythonService(JsonNode configuration) {
        JsonNode value = configuration.path("value").isObject() ? configuration.path("value") : configuration;
        boolean plain = !configuration.hasNonNull("template");
        return plain && value.path("jdbc_url").asText().startsWith("jdbc:snowflake:");
    }

    @Override
    public boolean same(JsonNode one, JsonNode other) {
        return SourceConfiguration.of(one)
                .normalised()
                .equals(SourceConfiguration.of(other).normalised());
    }

    @Override
    public JsonNode tableName(JsonNode configuration, SourceTable table) {
        ArrayNode name = JsonNodeFactory.instance.arrayNode();
        if (SourceConfiguration.of(configuration).qualifiesNames()) {
            name.add(table.database()).add(table.schema());
        }
        return name.add(table.name());
    }

    /** Names that the array leaves out stand in the URL. */
    @Override
    public Optional<SourceTable> sourceTable(JsonNode configuration, JsonNode tableName) {
        SourceConfiguration given = SourceConfiguration.of(configuration);
        int parts = tableName.size();
        if (parts == 0 || !isOurs(given)) {
            return Optional.empty();
        }
        Optional<String> database =
                parts > 2 ? Optional.of(tableName.path(parts - 3).asText()) : given.exactName("db|database");
        Optional<String> schema =
                parts > 1 ? Optional.of(tableName.path(parts - 2).asText()) : given.exactName("schema");
        String name = tableName.path(parts - 1).asText();
        return database.flatMap(exact ->
                schema.map(exactSchema -> new SourceTable(SnowflakeTechnology.NAME, exact, exactSchema, name)));
    }

    private boolean isOurs(SourceConfiguration given) {
        return settings.flatMap(known -> given.host().filter(known.host()::isSameAs))
                .isPresent();
    }

    @Override
    public boolean streams() {
        return false;
    }
}
