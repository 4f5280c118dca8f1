package io.outputport.provisioner.remote.hasura;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A text put together of slices of other texts, none of which is copied. */
final class Splice {
    private final List<Slice> slices = new ArrayList<>();

    private record Slice(byte[] bytes, int offset, int length) {}

    Splice add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return add(bytes, 0, bytes.length);
    }

    /** @param end the first byte that is not part of it */
    Splice add(byte[] bytes, int start, int end) {
        if (end > start) {
            slices.add(new Slice(bytes, start, end - start));
        }
        return this;
    }

    Splice add(Splice other) {
        slices.addAll(other.slices);
        return this;
    }

    static Splice array(List<Splice> elements) {
        Splice array = new Splice().add("[");
        for (int i = 0; i < elements.size(); i++) {
            array.add(i == 0 ? "" : ",").add(elements.get(i));
        }
        return array.add("]");
    }

    BodyPublisher publisher() {
        return BodyPublishers.concat(slices.stream()
                .map(slice -> BodyPublishers.ofByteArray(slice.bytes(), slice.offset(), slice.length()))
                .toArray(BodyPublisher[]::new));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        slices.forEach(slice ->
                text.append(new String(slice.bytes(), slice.offset(), slice.length(), StandardCharsets.UTF_8)));
        return text.toString();
    }
}
