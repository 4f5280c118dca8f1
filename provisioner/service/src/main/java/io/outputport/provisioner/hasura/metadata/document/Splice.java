package io.outputport.provisioner.hasura.metadata.document;

import io.outputport.foundation.transport.Pieces;
import io.outputport.foundation.transport.Pieces.Slice;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text put together of slices of other texts, none of which is copied. */
public final class Splice {
    private final List<Slice> slices = new ArrayList<>();

    public Splice add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        slices.add(new Slice(bytes, 0, bytes.length));
        return this;
    }

    /** @param end the first byte that is not part of it */
    public Splice add(Pieces text, int start, int end) {
        slices.addAll(text.slices(start, end));
        return this;
    }

    public Splice add(Splice other) {
        slices.addAll(other.slices);
        return this;
    }

    public static Splice array(List<Splice> elements) {
        Splice array = new Splice().add("[");
        for (int i = 0; i < elements.size(); i++) {
            array.add(i == 0 ? "" : ",").add(elements.get(i));
        }
        return array.add("]");
    }

    public BodyPublisher publisher() {
        return BodyPublishers.concat(slices.stream()
                .map(slice -> BodyPublishers.ofByteArray(slice.bytes(), slice.offset(), slice.length()))
                .toArray(BodyPublisher[]::new));
    }

    @Override
    public String toString() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        slices.forEach(slice -> text.write(slice.bytes(), slice.offset(), slice.length()));
        return text.toString(StandardCharsets.UTF_8);
    }
}
