package io.outputport.sandbox.snowflake.result;

import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/**
 * The parts of results that drivers fetch by address, as from a cloud's storage: compressed, and only with the header
 * that came with the result. The oldest go when there are too many.
 */
public final class Chunks {
    static final String KEY_HEADER = "x-sandbox-result-key";
    private static final int LIMIT = 256;
    private static final String PATH = "/results/";

    private final Supplier<UUID> ids;
    private final Map<String, Chunk> kept = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Chunk> eldest) {
            return size() > LIMIT;
        }
    };

    private record Chunk(String key, String contentType, byte[] zipped) {}

    public Chunks(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /** The path to fetch; the route that {@link #fetch} answers. */
    public static String route() {
        return PATH + "{chunk}";
    }

    String newKey() {
        return ids.get().toString();
    }

    /** The path at which it can be fetched with that key. */
    synchronized String add(String key, ResultFormat format, byte[] bytes) {
        String id = ids.get().toString();
        String contentType = format == ResultFormat.ARROW ? "application/vnd.apache.arrow.stream" : "application/json";
        kept.put(id, new Chunk(key, contentType, zipped(bytes)));
        return PATH + id;
    }

    public Reply fetch(Request request) {
        Optional<Chunk> chunk = find(request.variable("chunk"));
        if (chunk.isEmpty()) {
            return Reply.text(404, "There is no such result, or it is too old.\n");
        }
        if (!request.header(KEY_HEADER).equals(Optional.of(chunk.get().key()))) {
            return Reply.text(403, "The header " + KEY_HEADER + " does not hold the result's key.\n");
        }
        return Reply.bytes(200, chunk.get().contentType(), chunk.get().zipped()).header("Content-Encoding", "gzip");
    }

    private synchronized Optional<Chunk> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(zipped)) {
            stream.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("nothing but memory is written to", impossible);
        }
        return zipped.toByteArray();
    }
}
