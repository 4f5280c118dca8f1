package io.outputport.sharing.line;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    void writeOptional(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            writeStringField(name, text.get());
        }
    }
}
