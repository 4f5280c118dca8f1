package io.outputport.sandbox.snowflake.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.engine.http.Reply;
import io.outputport.engine.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ChunksTest {
    private final Chunks chunks = new Chunks(UUID::randomUUID);

    @Test
    void a_chunk_is_given_compressed_to_who_holds_its_key() throws IOException {
        String path = chunks.add("right", ResultFormat.JSON, bytes("[\"1\"]"));

        Reply reply = fetch(path, "right");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("Content-Encoding", "gzip");
        byte[] zipped = new byte[reply.body().remaining()];
        reply.body().get(zipped);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes())
                .isEqualTo(bytes("[\"1\"]"));
    }

    @Test
    void nobody_else_gets_it() {
        String path = chunks.add("right", ResultFormat.JSON, bytes("[]"));

        assertThat(fetch(path, "wrong").status()).isEqualTo(403);
        assertThat(fetch("/results/unknown", "right").status()).isEqualTo(404);
    }

    @Test
    void old_chunks_make_room_for_new_ones() {
        String first = chunks.add("key", ResultFormat.JSON, bytes("[]"));
        for (int i = 0; i < 1_000; i++) {
            chunks.add("key", ResultFormat.JSON, bytes("[]"));
        }

        assertThat(fetch(first, "key").status()).isEqualTo(404);
        assertThat(fetch(chunks.add("key", ResultFormat.JSON, bytes("[]")), "key")
                        .status())
                .isEqualTo(200);
    }

    private Reply fetch(String path, String key) {
        Map<String, String> chunk = Map.of("chunk", path.substring(path.lastIndexOf('/') + 1));
        return chunks.fetch(new Request("GET", path, chunk, Map.of(), Map.of(Chunks.KEY_HEADER, key), ""));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
