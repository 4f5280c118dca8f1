package io.outputport.sharing.line;

import io.outputport.foundation.outcome.Problem;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.Tally;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lines in the format that every client reads: names and types of columns, and files of Parquet whose rows are all live.
 * What cannot be said in it must not be said in part: {@link #refusal}.
 */
public final class ParquetLines {
    /** Of these a reader of the files need not know: they are about the log, or say nothing while no column is renamed. */
    private static final Set<String> OF_THE_LOG = Set.of("v2Checkpoint", "vacuumProtocolCheck", "columnMapping");

    private static final String MAPPING = "delta.columnMapping.mode";

    private ParquetLines() {}

    /** Why a table cannot be told in this format. */
    public static Optional<Problem> refusal(Snapshot table) {
        String mapping = table.metadata().configuration().getOrDefault(MAPPING, "none");
        if (!mapping.equals("none")) {
            return Optional.of(TableProblems.unsupported("has column mapping (columnMapping)"));
        }
        return table.readerFeatures().stream()
                .filter(feature -> !OF_THE_LOG.contains(feature))
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .map(features -> TableProblems.unsupported("uses " + features));
    }

    public static byte[] protocol() {
        return JsonLine.of(json -> {
            json.writeObjectFieldStart("protocol");
            json.writeNumberField("minReaderVersion", 1);
            json.writeEndObject();
        });
    }

    public static byte[] metadata(Snapshot table, Tally tally) {
        TableMetadata metadata = table.metadata();
        return JsonLine.of(json -> {
            json.writeObjectFieldStart("metaData");
            json.writeStringField("id", metadata.id());
            json.writeOptional("name", metadata.name());
            json.writeOptional("description", metadata.description());
            json.writeObjectFieldStart("format");
            json.writeStringField("provider", "parquet");
            json.writeEndObject();
            json.writeStringField("schemaString", Schemas.narrowed(metadata.schema()));
            json.writeArrayFieldStart("partitionColumns");
            for (String column : metadata.partitionColumns()) {
                json.writeString(column);
            }
            json.writeEndArray();
            // Properties of a table are its owner's business; in this format no reader needs one.
            json.writeObjectFieldStart("configuration");
            json.writeEndObject();
            json.writeNumberField("version", table.version());
            json.writeNumberField("size", tally.bytes());
            json.writeNumberField("numFiles", tally.files());
            json.writeEndObject();
        });
    }

    public static byte[] file(DataFile file, URI address, Instant expires) {
        return JsonLine.of(json -> {
            json.writeObjectFieldStart("file");
            json.writeStringField("url", address.toString());
            json.writeStringField("id", file.id());
            json.writeObjectFieldStart("partitionValues");
            // Null as JSON has it: the empty text, which the protocol allows too, is taken by Kernel for a text.
            for (Map.Entry<String, Optional<String>> value :
                    file.partitionValues().entrySet()) {
                json.writeFieldName(value.getKey());
                json.writeString(value.getValue().orElse(null));
            }
            json.writeEndObject();
            json.writeNumberField("size", file.size());
            json.writeOptional("stats", file.statistics());
            json.writeNumberField("expirationTimestamp", expires.toEpochMilli());
            json.writeEndObject();
        });
    }
}
