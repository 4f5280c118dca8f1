package io.outputport.sandbox.predecessor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * An output port as the predecessor writes it.
 *
 * @param kind what the metadata operations begin with: {@code snowflake}, or {@code pg} for comparisons on PostgreSQL
 * @param source {@code <domain>_<data product>_<major version>}
 * @param configuration of the source
 * @param table as that kind names tables
 * @param roots the four root fields
 */
public record OldPort(
        String componentId,
        String kind,
        String source,
        JsonNode configuration,
        JsonNode table,
        String customName,
        Roots roots,
        String role) {

    /** The fourth is told to the role mapper and never to Hasura. */
    public record Roots(String select, String selectByPk, String selectAggregate, String selectStream) {
        List<String> all() {
            return List.of(select, selectByPk, selectAggregate, selectStream);
        }
    }

    ObjectNode addSource() {
        ObjectNode args = JsonNodeFactory.instance.objectNode().put("name", source);
        args.set("configuration", configuration);
        return args;
    }

    ObjectNode trackTable() {
        ObjectNode args = onTable();
        ObjectNode settings = args.putObject("configuration").put("custom_name", customName);
        settings.putObject("custom_root_fields")
                .put("select", roots.select())
                .put("select_by_pk", roots.selectByPk())
                .put("select_aggregate", roots.selectAggregate());
        settings.put("comment", componentId);
        args.putObject("apollo_federation_config").put("enable", "v1");
        return args;
    }

    ObjectNode untrackTable() {
        return onTable().put("cascade", false);
    }

    /** All columns, and no aggregates although their root field is told to the role mapper. */
    ObjectNode createPermission() {
        ObjectNode args = onTable().put("role", role);
        ObjectNode permission = args.putObject("permission");
        permission.put("columns", "*");
        permission.putObject("filter");
        permission.putArray("set");
        permission.put("allow_aggregations", false);
        return args;
    }

    ObjectNode mapRole() {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("role_id", role).put("component_id", componentId);
        ArrayNode fields = body.putArray("graphql_root_field_names");
        roots.all().forEach(fields::add);
        return body;
    }

    private ObjectNode onTable() {
        ObjectNode args = JsonNodeFactory.instance.objectNode().put("source", source);
        args.set("table", table);
        return args;
    }
}
