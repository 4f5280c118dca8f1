package io.outputport.provisioner.hasura.wave.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import java.util.ArrayList;
import java.util.List;

/**
 * Edits that put a port back, as they are stored. A configuration may hold a password, so edits that carry one are left
 * out: a source that was removed in the meantime cannot be brought back from here, its tables in other sources can.
 */
final class EditsJson {
    private EditsJson() {}

    static ArrayNode write(List<MetadataEdit> edits) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        edits.stream()
                .filter(edit -> edit.tableName().isPresent() || edit.removesSource())
                .forEach(edit -> {
                    ObjectNode json = array.addObject().put("source", edit.source());
                    edit.tableName().ifPresent(table -> json.set("table", table));
                    edit.written().ifPresent(put -> json.set("entry", put.entry()));
                });
        return array;
    }

    static List<MetadataEdit> read(JsonNode array) {
        List<MetadataEdit> edits = new ArrayList<>();
        for (JsonNode json : array) {
            String source = json.path("source").asText();
            if (json.has("entry")) {
                edits.add(new MetadataEdit.PutTable(source, json.path("table"), (ObjectNode) json.path("entry")));
            } else if (json.has("table")) {
                edits.add(new MetadataEdit.RemoveTable(source, json.path("table")));
            } else {
                edits.add(new MetadataEdit.RemoveSource(source));
            }
        }
        return edits;
    }
}
