package io.outputport.provisioner.descriptor.reverse;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.descriptor.source.TableFacts;
import io.outputport.provisioner.descriptor.source.TableFacts.Column;
import io.outputport.provisioner.descriptor.type.ColumnType;
import io.outputport.provisioner.descriptor.type.DataType;
import io.outputport.provisioner.descriptor.type.TypeFamily;
import java.util.List;
import java.util.Optional;

/** A column that exists, as a data contract writes it: OpenMetadata's column. */
final class ContractColumnJson {
    /** From here on Snowflake means "any": what a column without a length of its own has. */
    private static final int UNBOUNDED = 16_777_216;

    /** What is written anew; everything else that an entry holds of a column is its people's. */
    private static final List<String> OURS =
            List.of("name", "dataType", "arrayDataType", "dataLength", "precision", "scale", "dataTypeDisplay");

    private final TableFacts facts;

    ContractColumnJson(TableFacts facts) {
        this.facts = facts;
    }

    /** @param existing the entry's column; its description, tags and other words stay */
    ObjectNode write(Column column, String name, Optional<ObjectNode> existing) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", name);
        writeType(column.type(), json);
        existing.ifPresent(before -> before.properties().stream()
                .filter(field -> !OURS.contains(field.getKey()))
                .forEach(field -> json.set(field.getKey(), field.getValue())));
        writeConstraint(column, json);
        if (json.path("description").asText("").isBlank()) {
            column.comment().ifPresent(comment -> json.put("description", comment));
        }
        return json;
    }

    private static void writeType(ColumnType type, ObjectNode json) {
        Optional<Integer> length = type.size().length().filter(most -> most < UNBOUNDED);
        DataType dataType = dataType(type, length);
        json.put("dataType", dataType.name());
        type.elements().ifPresent(elements -> json.put("arrayDataType", elements.name()));
        length.ifPresent(most -> json.put("dataLength", most));
        type.size().precision().ifPresent(digits -> json.put("precision", digits));
        type.size().scale().ifPresent(digits -> json.put("scale", digits));
        if (dataType == DataType.UNKNOWN || dataType == DataType.ARRAY) {
            json.put("dataTypeDisplay", type.shown());
        }
    }

    /** A VARCHAR must have a length in OpenMetadata, and a TEXT has none. */
    private static DataType dataType(ColumnType type, Optional<Integer> length) {
        boolean text = type.dataType().family() == TypeFamily.TEXT;
        if (text && length.isPresent() && type.dataType() == DataType.TEXT) {
            return DataType.VARCHAR;
        }
        return text && length.isEmpty() && type.dataType() == DataType.VARCHAR ? DataType.TEXT : type.dataType();
    }

    /** A view tells nothing of constraints, so what the entry says of them stays. */
    private void writeConstraint(Column column, ObjectNode json) {
        if (facts.primaryKey().contains(column.name())) {
            json.put("constraint", "PRIMARY_KEY");
        } else if (!column.nullable() && !json.path("constraint").asText().equals("UNIQUE")) {
            json.put("constraint", "NOT_NULL");
        } else if (!facts.view() && !json.path("constraint").asText().equals("UNIQUE")) {
            json.remove("constraint");
        }
    }
}
