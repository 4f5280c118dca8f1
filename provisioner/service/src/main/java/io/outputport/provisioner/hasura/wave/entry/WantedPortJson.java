package io.outputport.provisioner.hasura.wave.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.plan.column.ColumnChoice;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.plan.wanted.PortIdentity;
import io.outputport.provisioner.hasura.plan.wanted.WantedPort;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A wanted port as it is stored. */
final class WantedPortJson {
    private final List<HasuraDialect> dialects;

    WantedPortJson(List<HasuraDialect> dialects) {
        this.dialects = List.copyOf(dialects);
    }

    ObjectNode write(WantedPort port) {
        ObjectNode json = ChangeJson.JSON
                .objectNode()
                .put("technology", port.dialect().technology())
                .put("sourceName", port.sourceName())
                .put("legacySourceName", port.legacySourceName())
                .put("ownSourceName", port.ownSourceName());
        SourceTable table = port.table();
        json.putObject("table")
                .put("technology", table.technology())
                .put("database", table.database())
                .put("schema", table.schema())
                .put("name", table.name());
        names(json.putObject("names"), port.names());
        columns(json.putObject("columns"), port.columns());
        ObjectNode offer =
                json.putObject("offer").put("allowAggregations", port.offer().allowAggregations());
        ChangeJson.texts(
                offer, "fields", port.offer().fields().stream().map(Enum::name).toList());
        ChangeJson.texts(offer, "scalars", port.offer().scalars());
        return json;
    }

    private static void names(ObjectNode json, WantedPort.Names names) {
        json.put("customTableName", names.customTableName());
        names.comment().ifPresent(comment -> json.put("comment", comment));
        ObjectNode fields = json.putObject("rootFields");
        Map<RootField, String> ordered = new EnumMap<>(RootField.class);
        ordered.putAll(names.rootFields());
        ordered.forEach((field, name) -> fields.put(field.name(), name));
    }

    private static void columns(ObjectNode json, ColumnChoice columns) {
        columns.real().forEach(json.putArray("real")::add);
        columns.permitted().ifPresent(permitted -> ChangeJson.texts(json, "permitted", permitted));
        ObjectNode names = json.putObject("graphqlNames");
        new TreeMap<>(columns.graphqlNames()).forEach(names::put);
    }

    WantedPort read(PortIdentity identity, JsonNode json) {
        JsonNode table = json.path("table");
        return new WantedPort(
                identity,
                dialect(json.path("technology").asText()),
                json.path("sourceName").asText(),
                json.path("legacySourceName").asText(),
                json.path("ownSourceName").asText(),
                new SourceTable(
                        table.path("technology").asText(),
                        table.path("database").asText(),
                        table.path("schema").asText(),
                        table.path("name").asText()),
                names(json.path("names")),
                columns(json.path("columns")),
                offer(json.path("offer")));
    }

    private static WantedPort.Names names(JsonNode json) {
        Map<RootField, String> fields = new EnumMap<>(RootField.class);
        json.path("rootFields")
                .fields()
                .forEachRemaining(field -> fields.put(
                        RootField.valueOf(field.getKey()), field.getValue().asText()));
        return new WantedPort.Names(json.path("customTableName").asText(), fields, ChangeJson.text(json, "comment"));
    }

    private static ColumnChoice columns(JsonNode json) {
        Map<String, String> names = new HashMap<>();
        json.path("graphqlNames")
                .fields()
                .forEachRemaining(
                        column -> names.put(column.getKey(), column.getValue().asText()));
        return new ColumnChoice(
                ChangeJson.texts(json.path("real")),
                Optional.ofNullable(json.get("permitted"))
                        .map(ChangeJson::texts)
                        .map((Collection<String> permitted) -> Set.copyOf(permitted)),
                names);
    }

    private static WantedPort.Offer offer(JsonNode json) {
        Set<RootField> fields = EnumSet.noneOf(RootField.class);
        ChangeJson.texts(json.path("fields")).forEach(name -> fields.add(RootField.valueOf(name)));
        Set<String> scalars = Set.copyOf(ChangeJson.texts(json.path("scalars")));
        return new WantedPort.Offer(fields, json.path("allowAggregations").asBoolean(), scalars);
    }

    private HasuraDialect dialect(String technology) {
        return dialects.stream()
                .filter(dialect -> dialect.technology().equals(technology))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no dialect of technology " + technology));
    }
}
