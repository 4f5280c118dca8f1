package io.outputport.provisioner.hasura.wave.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.text.StoredJson;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import java.util.List;
import java.util.Optional;

/**
 * An edit that puts a port back, as it is stored. A configuration may hold a password, so edits that carry one are left
 * out: a source that was removed in the meantime cannot be brought back from here, its tables in other sources can.
 */
record StoredEdit(String source, Optional<JsonNode> table, Optional<ObjectNode> entry) {
    /** A node that is not there is read as JSON's null. */
    StoredEdit {
        table = table.filter(name -> !name.isNull());
    }

    static String write(List<MetadataEdit> edits) {
        return StoredJson.PLAIN.writeAll(edits.stream()
                .filter(edit -> edit.tableName().isPresent() || edit.removesSource())
                .map(edit -> new StoredEdit(
                        edit.source(), edit.tableName(), edit.written().map(MetadataEdit.PutTable::entry)))
                .toList());
    }

    static List<MetadataEdit> read(String text) {
        return StoredJson.PLAIN.readAll(text, StoredEdit.class).stream()
                .map(StoredEdit::edit)
                .toList();
    }

    private MetadataEdit edit() {
        return table.<MetadataEdit>map(
                        name -> entry.<MetadataEdit>map(put -> new MetadataEdit.PutTable(source, name, put))
                                .orElseGet(() -> new MetadataEdit.RemoveTable(source, name)))
                .orElseGet(() -> new MetadataEdit.RemoveSource(source));
    }
}
