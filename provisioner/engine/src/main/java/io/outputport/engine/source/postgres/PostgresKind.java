package io.outputport.engine.source.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.TrackedTable.Backend;
import io.outputport.engine.source.DatabaseTable;
import io.outputport.engine.source.DynamicSecrets;
import io.outputport.engine.source.PostgresAddress;
import io.outputport.engine.source.PostgresCatalog;
import io.outputport.engine.source.SourceFailure;
import io.outputport.engine.source.SourceKind;
import io.outputport.engine.source.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL. The schema {@code public} is left out of names, as Hasura does. */
public final class PostgresKind implements SourceKind {
    private static final String PUBLIC = "public";

    /** Names where Hasura's differ from PostgreSQL's short ones. */
    private static final Map<String, String> TYPE_NAMES = Map.of(
            "int2", "smallint",
            "int4", "integer",
            "int8", "bigint",
            "float4", "real",
            "bool", "boolean");

    private static final Map<String, String> SCALARS = Map.of(
            "int4", "Int",
            "int2", "smallint",
            "int8", "bigint",
            "float4", "Float",
            "bool", "Boolean",
            "text", "String",
            "varchar", "String");

    private final PostgresConfiguration configuration;
    private final boolean listsArrays;

    /** @param environment where {@code from_env} looks */
    public PostgresKind(Map<String, String> environment, boolean listsArrays) {
        this.listsArrays = listsArrays;
        this.configuration = new PostgresConfiguration(environment, new DynamicSecrets(environment));
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Backend backend() {
        return Backend.POSTGRES;
    }

    @Override
    public TableName tableName(JsonNode json) {
        if (json.isTextual()) {
            return TableName.of(PUBLIC, json.asText());
        }
        if (!json.path("name").isTextual()) {
            throw Refused.parse("the key 'name' was not present");
        }
        return TableName.of(
                json.path("schema").asText(PUBLIC), json.path("name").asText());
    }

    @Override
    public JsonNode json(TableName table) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", table.last())
                .put("schema", table.parts().get(0));
    }

    @Override
    public String text(TableName table) {
        String schema = table.parts().get(0);
        return schema.equals(PUBLIC) ? table.last() : schema + "." + table.last();
    }

    @Override
    public String graphqlName(TableName table) {
        String schema = table.parts().get(0);
        return schema.equals(PUBLIC) ? table.last() : schema + "_" + table.last();
    }

    @Override
    public String scalar(String databaseType) {
        return SCALARS.getOrDefault(databaseType, databaseType);
    }

    @Override
    public boolean listsArrays() {
        return listsArrays;
    }

    @Override
    public String typeName(String databaseType) {
        return TYPE_NAMES.getOrDefault(databaseType, databaseType);
    }

    @Override
    public void check(JsonNode configurationOfSource) {
        configuration.check(configurationOfSource);
    }

    @Override
    public JsonNode exported(JsonNode configurationOfSource) {
        return configurationOfSource;
    }

    @Override
    public Connection connect(String source, JsonNode configurationOfSource) throws SourceFailure {
        PostgresAddress address = configuration.resolve(configurationOfSource);
        return new Connection() {
            @Override
            public List<DatabaseTable> tables() throws SourceFailure {
                return PostgresCatalog.read(address, Optional.empty());
            }

            /** A file may hold another password by now; when it cannot be read, the last one still counts. */
            @Override
            public PostgresAddress address() {
                try {
                    return configuration.resolve(configurationOfSource);
                } catch (SourceFailure unreadable) {
                    return address;
                }
            }
        };
    }
}
