package io.outputport.sharing.line;

import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.Tally;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a table is, as a Delta log says it. The reader writes the lines into a log of its own: features and properties that
 * are about the provider's log, or about writing, are none of it.
 */
final class DeltaLines {
    /** Properties by which readers go. */
    private static final Set<String> FOR_READERS = Set.of(
            "delta.columnMapping.mode",
            "delta.columnMapping.maxColumnId",
            "delta.enableDeletionVectors",
            "delta.enableTypeWidening");

    private DeltaLines() {}

    static byte[] protocol(Snapshot table) {
        Set<String> needs = ReaderNeeds.of(table);
        return JsonLine.of(json -> {
            json.writeObjectFieldStart("protocol");
            json.writeObjectFieldStart("deltaProtocol");
            if (needs.isEmpty()) {
                json.writeVersions(1, 2);
            } else if (needs.equals(Set.of(ReaderNeeds.MAPPING))) {
                // Known before there were features, and by readers that know none.
                json.writeVersions(2, 5);
            } else {
                json.writeVersions(3, 7);
                json.writeTexts("readerFeatures", needs);
                json.writeTexts("writerFeatures", needs);
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    static byte[] metadata(Snapshot table, Optional<Tally> tally) {
        TableMetadata metadata = table.metadata();
        return JsonLine.of(json -> {
            json.writeObjectFieldStart("metaData");
            json.writeObjectFieldStart("deltaMetadata");
            json.writeDescription(metadata);
            json.writeObjectFieldStart("format");
            json.writeStringField("provider", "parquet");
            json.writeObjectFieldStart("options");
            json.writeEndObject();
            json.writeEndObject();
            json.writeStringField("schemaString", Schemas.forDelta(metadata.schema()));
            json.writeTexts("partitionColumns", metadata.partitionColumns());
            json.writeObjectFieldStart("configuration");
            for (Map.Entry<String, String> property : new TreeMap<>(metadata.configuration()).entrySet()) {
                if (FOR_READERS.contains(property.getKey())) {
                    json.writeStringField(property.getKey(), property.getValue());
                }
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeSizes(table.version(), tally);
            json.writeEndObject();
        });
    }
}
