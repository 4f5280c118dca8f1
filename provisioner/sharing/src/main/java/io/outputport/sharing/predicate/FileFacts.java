package io.outputport.sharing.predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.outputport.sharing.predicate.value.Bounds;
import io.outputport.sharing.predicate.value.Value;
import io.outputport.sharing.predicate.value.ValueKind;
import io.outputport.sharing.table.DataFile;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What a log says of the values in one file. */
final class FileFacts {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /** Times in statistics are cut off to milliseconds, the greatest as well. */
    private static final BigDecimal MICROS_CUT_OFF = BigDecimal.valueOf(999);

    private final Map<String, Optional<String>> partition;
    private final JsonNode statistics;

    FileFacts(DataFile file) {
        this.partition = file.partitionValues();
        this.statistics = file.statistics().map(FileFacts::tree).orElse(MissingNode.getInstance());
    }

    private static JsonNode tree(String statistics) {
        try {
            return JSON.readTree(statistics);
        } catch (JsonProcessingException broken) {
            return MissingNode.getInstance();
        }
    }

    Bounds bounds(Column column) {
        return column.partitions() ? partition(column) : statistics(column);
    }

    private Bounds partition(Column column) {
        Optional<String> text = partition.get(column.physical());
        if (text == null) {
            return Bounds.NOTHING_KNOWN;
        }
        if (text.isEmpty()) {
            return Bounds.onlyNulls();
        }
        return column.kind()
                .flatMap(kind -> kind.read(text.get()))
                .map(Bounds::one)
                .orElse(new Bounds(Optional.empty(), Optional.empty(), false, true, false));
    }

    private Bounds statistics(Column column) {
        JsonNode rows = statistics.path("numRecords");
        JsonNode nulls = statistics.path("nullCount").path(column.physical());
        boolean counted = rows.isIntegralNumber() && nulls.isIntegralNumber();
        return new Bounds(
                value(column, "minValues"),
                value(column, "maxValues").map(greatest -> notCutOff(column, greatest)),
                !nulls.isIntegralNumber() || nulls.longValue() != 0,
                !counted || nulls.longValue() < rows.longValue(),
                true);
    }

    private Optional<Value> value(Column column, String which) {
        JsonNode value = statistics.path(which).path(column.physical());
        return value.isValueNode() && !value.isNull()
                ? column.kind().flatMap(kind -> kind.read(value.asText()))
                : Optional.empty();
    }

    private static Value notCutOff(Column column, Value greatest) {
        boolean time = column.kind().filter(ValueKind::isTime).isPresent();
        return time && greatest instanceof Value.Number micros
                ? new Value.Number(micros.number().add(MICROS_CUT_OFF))
                : greatest;
    }
}
