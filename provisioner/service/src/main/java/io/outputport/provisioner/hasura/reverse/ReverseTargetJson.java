package io.outputport.provisioner.hasura.reverse;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.foundation.text.StoredJson;
import io.outputport.provisioner.descriptor.model.SourceTable;
import java.util.Map;

/** A {@link ReverseTarget} as it is kept with its task. */
final class ReverseTargetJson {
    private static final StoredJson FORM = StoredJson.with(Map.of(ReverseTarget.InHasura.class, InHasuraForm.class));

    private ReverseTargetJson() {}

    static ReverseTarget read(JsonNode json) {
        return json.has("schema")
                ? new ReverseTarget.InDatabase(FORM.read(json, SourceTable.class))
                : FORM.read(json, ReverseTarget.InHasura.class);
    }

    static ObjectNode write(ReverseTarget target) {
        return target.match(database -> FORM.tree(database.table()), FORM::tree);
    }

    @JsonPropertyOrder("table")
    private interface InHasuraForm {}
}
