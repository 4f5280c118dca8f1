package io.outputport.benchmark.scale.fleet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A data product with pairs of output ports: a view in PostgreSQL, and the same as GraphQL.
 *
 * @param name as people write it
 * @param pairs how many
 */
public record Product(String name, String database, String schema, int pairs) {
    private static final String DOMAIN = "retail";
    private static final String VERSION = "0.1.0";
    private static final Map<String, String> COLUMNS = new TreeMap<>(Map.of(
            "order_id", "NUMBER",
            "customer", "TEXT",
            "country", "TEXT",
            "amount", "NUMBER",
            "currency", "TEXT",
            "ordered_on", "DATE"));

    static final String COLUMN_DEFINITIONS =
            "order_id bigint PRIMARY KEY, customer text, country text, amount numeric, currency text, ordered_on date";

    public List<Port> ports() {
        ObjectNode described = described();
        return IntStream.range(0, pairs)
                .mapToObj(number -> new Port(
                        described, graphqlId(number), database, schema, view(number), oldSource(), prefix(number)))
                .toList();
    }

    static String view(int number) {
        return "orders_" + number;
    }

    /** The whole data product, which the platform sends with each of its components. */
    private ObjectNode described() {
        ObjectNode product = JsonNodeFactory.instance.objectNode().put("id", "urn:dmb:dp:" + path());
        product.put("name", name).put("fullyQualifiedName", name).put("description", "Orders, for a benchmark");
        product.put("kind", "dataproduct").put("domain", DOMAIN).put("domainId", "urn:dmb:dmn:" + DOMAIN);
        product.put("version", VERSION).put("environment", "development");
        product.put("dataProductOwner", "user:owner_example.org").put("devGroup", "popeye");
        product.put("email", "owner@example.org").put("informationSLA", "2BD").put("maturity", "Tactical");
        product.putArray("tags");
        product.putObject("specific");
        ArrayNode components = product.putArray("components");
        for (int number = 0; number < pairs; number++) {
            components.add(source(number)).add(graphql(number));
        }
        return product;
    }

    private ObjectNode source(int number) {
        ObjectNode port = outputPort(sourceId(number), "PostgreSQL View " + number, "PostgreSQL", "SQL");
        port.putObject("specific")
                .put("database", database)
                .put("schema", schema)
                .put("viewName", view(number));
        return port;
    }

    private ObjectNode graphql(int number) {
        ObjectNode port = outputPort(graphqlId(number), "Orders Api " + number, "Hasura", "GraphQL");
        port.putArray("dependsOn").add(sourceId(number));
        String table = prefix(number) + Port.TABLE;
        port.putObject("specific")
                .put("customTableName", table)
                .put("select", table + "_select")
                .put("selectByPk", table + "_by_pk")
                .put("selectAggregate", table + "_agg")
                .put("selectStream", table + "_stream");
        return port;
    }

    private static ObjectNode outputPort(String id, String name, String technology, String type) {
        ObjectNode port = JsonNodeFactory.instance.objectNode().put("kind", "outputport");
        port.put("id", id).put("name", name).put("fullyQualifiedName", name).put("version", "0.0.0");
        port.put("description", name + " of a benchmark's data product");
        port.put("infrastructureTemplateId", "urn:dmb:itm:" + technology.toLowerCase(Locale.ROOT) + ":0");
        port.put("platform", technology).put("technology", technology).put("outputPortType", type);
        port.putArray("dependsOn");
        port.putArray("tags");
        ArrayNode contract = port.putObject("dataContract").putArray("schema");
        COLUMNS.forEach(
                (column, dataType) -> contract.addObject().put("name", column).put("dataType", dataType));
        return port;
    }

    private String graphqlId(int number) {
        return "urn:dmb:cmp:" + path() + ":orders-api-" + number;
    }

    private String sourceId(int number) {
        return "urn:dmb:cmp:" + path() + ":postgresql-view-" + number;
    }

    private String path() {
        return DOMAIN + ":" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ":0";
    }

    private String prefix(int number) {
        return oldSource() + "_ordersapi" + number + "_";
    }

    /** Its one source, as the predecessor names it. */
    private String oldSource() {
        return DOMAIN + "_" + name.toLowerCase(Locale.ROOT).replace(" ", "") + "_0";
    }
}
