package io.outputport.sharing.line;

import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.Tally;
import java.util.Optional;

/** What a table is, in the format that every client reads. */
final class ParquetLines {
    private ParquetLines() {}

    static byte[] protocol() {
        return JsonLine.of(json -> {
            json.writeObjectFieldStart("protocol");
            json.writeNumberField("minReaderVersion", 1);
            json.writeEndObject();
        });
    }

    static byte[] metadata(Snapshot table, Optional<Tally> tally) {
        TableMetadata metadata = table.metadata();
        return JsonLine.of(json -> {
            json.writeObjectFieldStart("metaData");
            json.writeDescription(metadata);
            json.writeObjectFieldStart("format");
            json.writeStringField("provider", "parquet");
            json.writeEndObject();
            json.writeStringField("schemaString", Schemas.forParquet(metadata.schema()));
            json.writeTexts("partitionColumns", metadata.partitionColumns());
            // Properties of a table are its owner's business; in this format no reader needs one.
            json.writeObjectFieldStart("configuration");
            json.writeEndObject();
            json.writeSizes(table.version(), tally);
            json.writeEndObject();
        });
    }
}
