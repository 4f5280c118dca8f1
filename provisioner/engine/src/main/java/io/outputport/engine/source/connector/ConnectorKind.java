package io.outputport.engine.source.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.source.DatabaseTable;
import io.outputport.engine.source.DatabaseTable.ForeignKey;
import io.outputport.engine.source.DynamicSecrets;
import io.outputport.engine.source.PostgresAddress;
import io.outputport.engine.source.PostgresCatalog;
import io.outputport.engine.source.SourceFailure;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A data connector agent that speaks JDBC to a warehouse. Its tables can only be read. */
public final class ConnectorKind implements SourceKind {
    /** A whole number of Snowflake is a DECIMAL, which the agent shows as Float. */
    private static final Map<String, String> SCALARS = Map.ofEntries(
            Map.entry("bool", "Boolean"),
            Map.entry("int2", "Float"),
            Map.entry("int4", "Float"),
            Map.entry("int8", "Float"),
            Map.entry("numeric", "Float"),
            Map.entry("float4", "Float"),
            Map.entry("float8", "Float"),
            Map.entry("date", "DATE"),
            Map.entry("time", "TIME"),
            Map.entry("timetz", "TIME_WITH_TIMEZONE"),
            Map.entry("timestamp", "DATETIME"),
            Map.entry("timestamptz", "DATETIME_WITH_TIMEZONE"));

    private final String agent;
    private final Warehouse warehouse;
    private final ConnectorConfiguration configuration;

    /**
     * @param agent the agent's name, for example {@code snowflake}
     * @param environment where {@code getEnvironmentVariable} looks
     */
    public ConnectorKind(String agent, Warehouse warehouse, Map<String, String> environment) {
        this.agent = agent;
        this.warehouse = warehouse;
        this.configuration = new ConnectorConfiguration(agent, environment, new DynamicSecrets(environment));
    }

    @Override
    public String name() {
        return agent;
    }

    @Override
    public Backend backend() {
        return Backend.DATA_CONNECTOR;
    }

    @Override
    public TableName tableName(JsonNode json) {
        if (json.isTextual()) {
            return TableName.of(json.asText());
        }
        List<String> parts = new ArrayList<>();
        json.forEach(part -> parts.add(part.asText()));
        if (!json.isArray() || parts.isEmpty()) {
            throw Refused.parse("parsing TableName failed, expected an array of texts");
        }
        return new TableName(parts);
    }

    @Override
    public JsonNode json(TableName table) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        table.parts().forEach(json::add);
        return json;
    }

    @Override
    public String text(TableName table) {
        return String.join(".", table.parts());
    }

    @Override
    public String graphqlName(TableName table) {
        return String.join("_", table.parts());
    }

    @Override
    public String scalar(String databaseType) {
        return SCALARS.getOrDefault(databaseType, "String");
    }

    @Override
    public boolean listsArrays() {
        return false;
    }

    @Override
    public String typeName(String databaseType) {
        return scalar(databaseType);
    }

    @Override
    public void check(JsonNode configurationOfSource) {
        configuration.check(configurationOfSource);
    }

    @Override
    public JsonNode exported(JsonNode configurationOfSource) {
        return ConnectorConfiguration.wrapped(configurationOfSource);
    }

    @Override
    public Connection connect(String source, JsonNode configurationOfSource) throws SourceFailure {
        ObjectNode effective = configuration.effective(source, configurationOfSource);
        JdbcUrl url = JdbcUrl.of(effective.path("jdbc_url").asText());
        PostgresAddress database = warehouse.database(url);
        JsonNode qualify = effective.path("fully_qualify_all_names");
        boolean qualified = !qualify.isBoolean() || qualify.asBoolean();
        UnaryOperator<TableName> naming = name -> qualified ? qualified(url, name) : TableName.of(name.last());
        return new Connection() {
            @Override
            public List<DatabaseTable> tables() throws SourceFailure {
                return PostgresCatalog.read(database, url.identifier("schema")).stream()
                        .map(table -> renamed(table, naming))
                        .toList();
            }

            @Override
            public PostgresAddress address() {
                return database;
            }
        };
    }

    private static TableName qualified(JdbcUrl url, TableName name) {
        return TableName.of(
                url.identifier("db", "database").orElseThrow(), name.parts().get(0), name.last());
    }

    private static DatabaseTable renamed(DatabaseTable table, UnaryOperator<TableName> naming) {
        List<ForeignKey> keys = table.foreignKeys().stream()
                .map(key -> new ForeignKey(key.name(), naming.apply(key.target()), key.columns()))
                .toList();
        return table.readOnly(naming.apply(table.name()), keys);
    }
}
