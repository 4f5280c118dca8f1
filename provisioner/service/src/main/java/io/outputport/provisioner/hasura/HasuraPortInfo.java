package io.outputport.provisioner.hasura;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.hasura.plan.ProvisionPlan;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import io.outputport.provisioner.hasura.preview.ExampleQuery;
import io.outputport.provisioner.port.plan.PortPlan;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What the platform is told of a provisioned port: entries its marketplace can render, and facts for other adapters. */
final class HasuraPortInfo {
    private static final Map<RootField, String> LABELS = Map.of(
            RootField.SELECT, "Query",
            RootField.SELECT_BY_PK, "Query by primary key",
            RootField.SELECT_AGGREGATE, "Aggregate query",
            RootField.SELECT_STREAM, "Subscription");
    private static final Map<RootField, String> KEYS = Map.of(
            RootField.SELECT, "select",
            RootField.SELECT_BY_PK, "selectByPk",
            RootField.SELECT_AGGREGATE, "selectAggregate",
            RootField.SELECT_STREAM, "selectStream");

    private final Optional<URI> endpoint;
    private final Optional<URI> console;

    HasuraPortInfo(Optional<URI> endpoint, Optional<URI> console) {
        this.endpoint = endpoint;
        this.console = console;
    }

    PortPlan.Result of(WantedPort wanted, ProvisionPlan plan) {
        ObjectNode privateInfo = JsonNodeFactory.instance
                .objectNode()
                .put("source", plan.place().source())
                .put("table", plan.place().table())
                .put("roleId", plan.role());
        return new PortPlan.Result(
                "Output port " + wanted.identity().component() + " is served as "
                        + String.join(", ", wanted.offeredNames()) + ".",
                publicInfo(wanted, plan),
                privateInfo);
    }

    private ObjectNode publicInfo(WantedPort wanted, ProvisionPlan plan) {
        ObjectNode entries = JsonNodeFactory.instance.objectNode();
        endpoint.ifPresent(url -> entry(entries, "graphqlEndpoint", "GraphQL endpoint", url.toString())
                .put("href", url.toString()));
        for (RootField field : RootField.values()) {
            if (wanted.offer().fields().contains(field)) {
                entry(
                        entries,
                        KEYS.getOrDefault(field, field.key()),
                        LABELS.getOrDefault(field, field.key()),
                        wanted.names().rootFields().getOrDefault(field, ""));
            }
        }
        entry(entries, "role", "Role", plan.role());
        ExampleQuery.of(wanted).ifPresent(query -> entry(entries, "sampleQuery", "Sample query", query));
        console.ifPresent(url ->
                entry(entries, "console", "Console", "Open Hasura's console").put("href", url.toString()));
        return entries;
    }

    private static ObjectNode entry(ObjectNode entries, String key, String label, String value) {
        return entries.putObject(key).put("type", "string").put("label", label).put("value", value);
    }
}
