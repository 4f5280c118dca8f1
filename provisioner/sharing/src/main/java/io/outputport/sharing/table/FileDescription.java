package io.outputport.sharing.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.outputport.sharing.text.Utf8Slice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Partition values, size and statistics of a file, as fields of JSON: every answer has them in it as they are, so that they
 * are written once when the log is read, and not again for each who asks.
 *
 * @param json the fields, without the braces around them
 */
public record FileDescription(Utf8Slice json) {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String PARTITIONS = "partitionValues";
    private static final String STATISTICS = "stats";
    private static final int USUAL_SIZE = 512;

    public static FileDescription of(
            Map<String, Optional<String>> partitionValues, long size, Optional<String> statistics) {
        return new Writer().write(partitionValues, size, statistics);
    }

    /** Writes one after the other; for one thread. */
    public static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        private final JsonGenerator json;

        public Writer() {
            try {
                this.json = FACTORY.createGenerator(bytes);
            } catch (IOException impossible) {
                throw memory(impossible);
            }
            json.setRootValueSeparator(null);
        }

        public FileDescription write(
                Map<String, Optional<String>> partitionValues, long size, Optional<String> statistics) {
            try {
                json.writeStartObject();
                json.writeObjectFieldStart(PARTITIONS);
                // Null as JSON has it: the empty text, which the protocol allows too, is taken by Kernel for a text.
                for (Map.Entry<String, Optional<String>> value : partitionValues.entrySet()) {
                    json.writeStringField(value.getKey(), value.getValue().orElse(null));
                }
                json.writeEndObject();
                json.writeNumberField("size", size);
                if (statistics.isPresent()) {
                    json.writeStringField(STATISTICS, statistics.get());
                }
                json.writeEndObject();
                json.flush();
            } catch (IOException impossible) {
                throw memory(impossible);
            }
            byte[] object = bytes.toByteArray();
            bytes.reset();
            return new FileDescription(new Utf8Slice(object, 1, object.length - 2));
        }

        private static UncheckedIOException memory(IOException impossible) {
            return new UncheckedIOException("memory takes every byte", impossible);
        }
    }

    Map<String, Optional<String>> partitionValues() {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        try (JsonParser fields = fields()) {
            fields.nextToken();
            fields.nextToken();
            while (fields.nextToken() != JsonToken.END_OBJECT) {
                String column = fields.currentName();
                values.put(column, Optional.ofNullable(fields.nextTextValue()));
            }
            return values;
        } catch (IOException impossible) {
            throw written(impossible);
        }
    }

    Optional<String> statistics() {
        try (JsonParser fields = fields()) {
            while (fields.nextToken() != JsonToken.END_OBJECT) {
                String field = fields.currentName();
                fields.nextToken();
                if (field.equals(STATISTICS)) {
                    return Optional.of(fields.getText());
                }
                fields.skipChildren();
            }
            return Optional.empty();
        } catch (IOException impossible) {
            throw written(impossible);
        }
    }

    /** At the beginning of the object that the fields are. */
    private JsonParser fields() throws IOException {
        byte[] object = new byte[json.length() + 2];
        object[0] = '{';
        System.arraycopy(json.array(), json.from(), object, 1, json.length());
        object[json.length() + 1] = '}';
        JsonParser parser = FACTORY.createParser(object);
        parser.nextToken();
        return parser;
    }

    private static UncheckedIOException written(IOException impossible) {
        return new UncheckedIOException("what was written here can be read", impossible);
    }
}
