package io.outputport.provisioner.sharing.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.sharing.descriptor.ShareLifetimes;
import io.outputport.provisioner.sharing.plan.HeldShare;
import io.outputport.provisioner.sharing.plan.ShareTable;
import io.outputport.provisioner.sharing.plan.WantedShare;
import io.outputport.provisioner.sharing.table.InspectedTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bodies of the admin API. */
final class ShareJson {
    private static final String TOKEN = "tokenLifetime";
    private static final String URL = "urlLifetime";

    private ShareJson() {}

    static boolean isShare(JsonNode json) {
        return json.path("name").isTextual() && json.path("tables").isArray();
    }

    static boolean isGrants(JsonNode json) {
        return json.path("recipients").isArray();
    }

    static boolean isInspection(JsonNode json) {
        return json.path("readable").isBoolean() && json.path("columns").isArray();
    }

    static HeldShare share(JsonNode json, String tag) {
        List<ShareTable> tables = new ArrayList<>();
        json.path("tables").forEach(table -> tables.add(table(table)));
        return new HeldShare(
                json.path("name").asText(),
                tag,
                text(json.path("comment")),
                new ShareLifetimes(
                        ShareLifetimes.duration(json.path(TOKEN).asText()),
                        ShareLifetimes.duration(json.path(URL).asText())),
                tables);
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

    /**
     * A filter and a lifetime are written where there are such only: a server that does not know them must refuse them, not
     * share all rows or for longer.
     */
    static ObjectNode write(WantedShare share) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("comment", share.comment());
        share.lifetimes().token().ifPresent(lifetime -> json.put(TOKEN, ShareLifetimes.text(lifetime)));
        share.lifetimes().url().ifPresent(lifetime -> json.put(URL, ShareLifetimes.text(lifetime)));
        ArrayNode tables = json.putArray("tables");
        for (ShareTable table : share.tables()) {
            ObjectNode one = tables.addObject().put("schema", table.schema()).put("name", table.name());
            one.put("storage", table.storage()).put("path", table.path());
            one.put("historyShared", table.historyShared());
            if (!table.filter().isEmpty()) {
                ObjectNode filter = one.putObject("partitionFilter");
                table.filter().forEach(filter::put);
            }
        }
        return json;
    }

    static List<String> recipients(JsonNode json) {
        return texts(json.path("recipients"));
    }

    static InspectedTable inspection(JsonNode json) {
        List<InspectedTable.InspectedColumn> columns = new ArrayList<>();
        json.path("columns")
                .forEach(column -> columns.add(new InspectedTable.InspectedColumn(
                        column.path("name").asText(),
                        column.path("type").asText(),
                        column.path("nullable").asBoolean(true),
                        text(column.path("comment")))));
        List<String> problems = new ArrayList<>(texts(json.path("problems")));
        if (problems.isEmpty() && !json.path("readable").asBoolean()) {
            problems.add("The sharing server cannot read it.");
        }
        return new InspectedTable(
                Optional.of(json.path("version")).filter(JsonNode::isNumber).map(JsonNode::asLong),
                columns,
                texts(json.path("partitions")),
                texts(json.path("features")),
                problems);
    }

    private static Optional<String> text(JsonNode json) {
        return Optional.of(json).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
