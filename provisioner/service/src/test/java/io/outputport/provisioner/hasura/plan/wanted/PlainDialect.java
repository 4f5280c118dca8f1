package io.outputport.provisioner.hasura.plan.wanted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.outputport.provisioner.descriptor.model.SourceTable;
import java.util.Optional;

/** A dialect whose configuration is the name of the database. */
public final class PlainDialect implements HasuraDialect {
    @Override
    public String technology() {
        return "postgres";
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
        return JsonNodeFactory.instance.objectNode().put("database", table.database());
    }

    @Override
    public boolean locates(SourceTable table) {
        return true;
    }

    @Override
    public boolean pointsTo(JsonNode configuration, SourceTable table) {
        return configuration.path("database").asText().equals(table.database());
    }

    @Override
    public JsonNode adopted(JsonNode configuration, SourceTable table) {
        return configuration;
    }

    @Override
    public boolean same(JsonNode one, JsonNode other) {
        return one.equals(other);
    }

    @Override
    public JsonNode tableName(JsonNode configuration, SourceTable table) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("schema", table.schema())
                .put("name", table.name());
    }

    @Override
    public Optional<SourceTable> sourceTable(JsonNode configuration, JsonNode tableName) {
        return Optional.of(new SourceTable(
                technology(),
                configuration.path("database").asText(),
                tableName.path("schema").asText(),
                tableName.path("name").asText()));
    }

    @Override
    public boolean streams() {
        return true;
    }
}
