package io.outputport.provisioner.sharing.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.port.plan.ServedState;
import io.outputport.provisioner.sharing.descriptor.ShareLifetimes;
import io.outputport.provisioner.sharing.descriptor.SharingNotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a port stood when it was last carried out. As JSON it outlives this version: fields are added, never renamed. */
public record ServedShare(String component, String share, ShareLifetimes lifetimes, List<ShareTable> tables) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "tokenLifetime";
    private static final String URL = "urlLifetime";

    public ServedShare {
        tables = List.copyOf(tables);
    }

    public ServedState state() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("component", component)
                .put("share", share);
        lifetimes.token().ifPresent(lifetime -> json.put(TOKEN, ShareLifetimes.text(lifetime)));
        lifetimes.url().ifPresent(lifetime -> json.put(URL, ShareLifetimes.text(lifetime)));
        ArrayNode list = json.putArray("tables");
        tables.forEach(table -> write(table, list.addObject()));
        return new ServedState(SharingNotation.NAME, json.toString());
    }

    private static void write(ShareTable table, ObjectNode json) {
        json.put("schema", table.schema()).put("name", table.name());
        json.put("storage", table.storage()).put("path", table.path());
        json.put("historyShared", table.historyShared());
        ObjectNode filter = json.putObject("partitionFilter");
        table.filter().forEach(filter::put);
    }

    public static ServedShare read(ServedState state) {
        try {
            JsonNode json = JSON.readTree(state.json());
            List<ShareTable> tables = new ArrayList<>();
            json.path("tables").forEach(table -> tables.add(table(table)));
            return new ServedShare(
                    json.path("component").asText(),
                    json.path("share").asText(),
                    new ShareLifetimes(
                            ShareLifetimes.duration(json.path(TOKEN).asText()),
                            ShareLifetimes.duration(json.path(URL).asText())),
                    tables);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the register holds what this technology has not written", broken);
        }
    }

    private static ShareTable table(JsonNode json) {
        Map<String, String> filter = new LinkedHashMap<>();
        json.path("partitionFilter")
                .properties()
                .forEach(part -> filter.put(part.getKey(), part.getValue().asText()));
        return new ShareTable(
                json.path("schema").asText(),
                json.path("name").asText(),
                json.path("storage").asText(),
                json.path("path").asText(),
                json.path("historyShared").asBoolean(),
                filter);
    }
}
