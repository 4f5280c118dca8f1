package io.outputport.sharing.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;

/** One JSON document and the end of its line. */
final class JsonLine extends JsonGeneratorDelegate {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int USUAL_SIZE = 512;

    private JsonLine(JsonGenerator generator) {
        super(generator);
    }

    /** What stands in the document. */
    @FunctionalInterface
    interface Content {
        void writeTo(JsonLine json) throws IOException;
    }

    static byte[] of(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (JsonLine json = new JsonLine(FACTORY.createGenerator(bytes))) {
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return bytes.toByteArray();
    }

    /** A text as JSON has it, with its quotes. */
    static byte[] quoted(String text) {
        byte[] escaped = JsonStringEncoder.getInstance().quoteAsUTF8(text);
        byte[] quoted = new byte[escaped.length + 2];
        quoted[0] = '"';
        System.arraycopy(escaped, 0, quoted, 1, escaped.length);
        quoted[escaped.length + 1] = '"';
        return quoted;
    }

    void writeTexts(String name, Collection<String> texts) throws IOException {
        writeArrayFieldStart(name);
        for (String text : texts) {
            writeString(text);
        }
        writeEndArray();
    }

    void writeDescription(TableMetadata metadata) throws IOException {
        writeStringField("id", metadata.id());
        writeOptional("name", metadata.name());
        writeOptional("description", metadata.description());
    }

    void writeVersions(int reader, int writer) throws IOException {
        writeNumberField("minReaderVersion", reader);
        writeNumberField("minWriterVersion", writer);
    }

    void writeSizes(long version, Optional<Tally> tally) throws IOException {
        writeNumberField("version", version);
        if (tally.isPresent()) {
            writeNumberField("size", tally.get().bytes());
            writeNumberField("numFiles", tally.get().files());
        }
    }

    void writeOptional(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            writeStringField(name, text.get());
        }
    }
}
