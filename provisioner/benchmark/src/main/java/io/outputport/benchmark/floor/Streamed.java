package io.outputport.benchmark.floor;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Streams the bytes of a file that is kept in memory, in pieces as large as those of the sharing server. */
@Controller("/stream")
@Requires(property = Streamed.FILE)
class Streamed {
    static final String FILE = "floor-streamed";
    private static final int PIECE = 60_000;

    private final List<byte[]> pieces = new ArrayList<>();

    Streamed(@Value("${" + FILE + "}") String file) throws IOException {
        byte[] all = Files.readAllBytes(Path.of(file));
        for (int at = 0; at < all.length; at += PIECE) {
            pieces.add(Arrays.copyOfRange(all, at, Math.min(all.length, at + PIECE)));
        }
    }

    @Post
    @Consumes(MediaType.ALL)
    @Produces("application/x-ndjson")
    Publisher<byte[]> stream(@Body byte[] body) {
        return Flux.fromIterable(pieces);
    }
}
