package io.outputport.provisioner.hasura.plan.wanted;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.descriptor.HasuraNotation;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.port.plan.ServedState;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A {@link ServedPort} as it is stored. Rows outlive versions: a field is added, never given another meaning. */
public final class ServedPortJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ServedPortJson() {}

    /** As the register keeps it. */
    public static ServedState state(ServedPort port) {
        return new ServedState(HasuraNotation.NAME, write(port).toString());
    }

    public static ServedPort read(ServedState state) {
        try {
            return read(JSON.readTree(state.json()));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the register of ports holds what is not JSON", broken);
        }
    }

    public static ObjectNode write(ServedPort port) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("source", port.source());
        json.set("tableName", port.tableName());
        SourceTable table = port.table();
        json.putObject("table")
                .put("technology", table.technology())
                .put("database", table.database())
                .put("schema", table.schema())
                .put("name", table.name());
        write(port.entry(), json.putObject("entry"));
        if (!port.keptNames().isEmpty()) {
            texts(port.keptNames(), json.putObject("keptNames"));
        }
        return json;
    }

    private static void write(PortEntry entry, ObjectNode json) {
        json.put("customName", entry.customName()).put("role", entry.role());
        ObjectNode fields = json.putObject("rootFields");
        new TreeMap<>(entry.rootFields()).forEach((field, name) -> fields.put(field.name(), name));
        entry.comment().ifPresent(comment -> json.put("comment", comment));
        texts(entry.columnNames(), json.putObject("columnNames"));
        entry.columns().ifPresent(columns -> columns.stream().sorted().forEach(json.putArray("columns")::add));
        json.put("allowAggregations", entry.allowAggregations()).put("restricted", entry.restricted());
    }

    private static void texts(Map<String, String> texts, ObjectNode json) {
        new TreeMap<>(texts).forEach(json::put);
    }

    public static ServedPort read(JsonNode json) {
        JsonNode table = json.path("table");
        return new ServedPort(
                json.path("source").asText(),
                json.path("tableName"),
                new SourceTable(
                        table.path("technology").asText(),
                        table.path("database").asText(),
                        table.path("schema").asText(),
                        table.path("name").asText()),
                entry(json.path("entry")),
                textsByName(json.path("keptNames")));
    }

    private static PortEntry entry(JsonNode json) {
        Map<RootField, String> fields = new EnumMap<>(RootField.class);
        json.path("rootFields")
                .fields()
                .forEachRemaining(field -> fields.put(
                        RootField.valueOf(field.getKey()), field.getValue().asText()));
        return new PortEntry(
                json.path("customName").asText(),
                fields,
                Optional.ofNullable(json.get("comment")).map(JsonNode::asText),
                textsByName(json.path("columnNames")),
                json.path("role").asText(),
                Optional.ofNullable(json.get("columns")).map(ServedPortJson::texts),
                json.path("allowAggregations").asBoolean(),
                json.path("restricted").asBoolean());
    }

    private static Map<String, String> textsByName(JsonNode object) {
        Map<String, String> texts = new HashMap<>();
        object.fields()
                .forEachRemaining(
                        text -> texts.put(text.getKey(), text.getValue().asText()));
        return texts;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new HashSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
