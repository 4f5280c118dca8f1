package io.outputport.benchmark.scale.fleet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.sandbox.predecessor.OldPort;

/**
 * One GraphQL output port of a data product.
 *
 * @param product as its descriptor describes it
 * @param oldSource the name of the source that the predecessor makes
 * @param prefix what the names of the port start with
 */
public record Port(
        ObjectNode product, String id, String database, String schema, String view, String oldSource, String prefix) {
    static final String TABLE = "orders";

    /** The body of {@code POST /v1/provision}. */
    public String request() {
        ObjectNode descriptor = JsonNodeFactory.instance.objectNode();
        descriptor.set("dataProduct", product);
        descriptor.put("componentIdToProvision", id);
        return JsonNodeFactory.instance
                .objectNode()
                .put("descriptorKind", "COMPONENT_DESCRIPTOR")
                .put("removeData", false)
                .put("descriptor", descriptor.toString())
                .toString();
    }

    /** The same port as the predecessor writes it. */
    public OldPort old(String databaseUrl) {
        ObjectNode configuration = JsonNodeFactory.instance.objectNode();
        configuration.putObject("connection_info").put("database_url", databaseUrl);
        ObjectNode table =
                JsonNodeFactory.instance.objectNode().put("schema", schema).put("name", view);
        return new OldPort(id, "pg", oldSource, configuration, table, customName(), roots(), role());
    }

    public String customName() {
        return prefix + TABLE;
    }

    public String role() {
        return prefix + "role";
    }

    /** A query that only a role with this port can run. */
    public String query() {
        return "{ " + roots().select() + "(limit: 1) { order_id } }";
    }

    private OldPort.Roots roots() {
        String name = customName();
        return new OldPort.Roots(name + "_select", name + "_by_pk", name + "_agg", name + "_stream");
    }
}
