package io.outputport.sharing.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.storage.StoredFile;
import io.outputport.sharing.text.Utf8Builder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bucket as a storage: what is read of it here, and what readers get under signed addresses. */
class S3StorageTest {
    private static final Duration GOOD = Duration.ofMinutes(15);

    @TempDir
    Path machine;

    private TestingBucket bucket;
    private S3Roots roots;
    private Storage storage;

    @BeforeEach
    void aStorageBelowAPrefix() {
        bucket = TestingBucket.over(machine);
        roots = roots(Clock.systemUTC());
        storage = roots.find("LAKE").orElseThrow();
    }

    private S3Roots roots(InstantSource clock) {
        return new S3Roots(Settings.of(bucket.settings("shared/tables/")), clock);
    }

    @AfterEach
    void stop() {
        roots.close();
        bucket.close();
    }

    @Test
    void a_folder_is_listed_from_a_name_on_and_without_what_lies_below() throws IOException {
        for (String name : new String[] {"b", "a", "c", "below/d", "a!", "ab"}) {
            bucket.write("shared/tables/orders/_delta_log/" + name, new byte[3]);
        }
        bucket.write("shared/tables/orders/_delta_log2/e", new byte[1]);
        StoragePath log = new StoragePath("orders/_delta_log");

        assertThat(storage.list(log, ""))
                .extracting(file -> file.path().name())
                .containsExactly("a", "a!", "ab", "b", "c");
        assertThat(storage.list(log, "ab"))
                .extracting(file -> file.path().name())
                .containsExactly("ab", "b", "c");
        assertThat(storage.list(log, "x")).isEmpty();
        StoredFile found = storage.list(log, "c").get(0);
        assertThat(found).isEqualTo(storage.find(log.child("c")));
        assertThat(found.size()).isEqualTo(3);
        assertThat(found.modified()).isPositive();
    }

    @Test
    void a_folder_of_several_pages_is_listed_whole() throws IOException {
        for (int at = 0; at < 2_100; at++) {
            bucket.write("shared/tables/orders/%020d.json".formatted(at), new byte[0]);
        }

        assertThat(storage.list(new StoragePath("orders"), "%020d.".formatted(3)))
                .hasSize(2_097);
    }

    @Test
    void what_is_not_there_is_missing() {
        assertThatThrownBy(() -> storage.list(new StoragePath("orders"), "a")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> storage.find(new StoragePath("orders"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> storage.open(new StoragePath("orders"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void a_file_is_read_whole_from_any_place_and_in_any_order() throws IOException {
        byte[] content = new byte[5_000_000];
        new Random(1).nextBytes(content);
        bucket.write("shared/tables/part", content);

        try (SeekableByteChannel file = storage.open(new StoragePath("part"))) {
            assertThat(file.size()).isEqualTo(content.length);
            assertThat(all(file)).isEqualTo(content);
            for (int from : new int[] {4_999_992, 4_990_000, 17, 3_000_000, 64 * 1024, 0}) {
                file.position(from);
                byte[] eight = new byte[8];
                assertThat(file.read(ByteBuffer.wrap(eight))).isEqualTo(8);
                assertThat(eight).isEqualTo(Arrays.copyOfRange(content, from, from + 8));
            }
            file.position(content.length);
            assertThat(file.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void an_empty_file_has_no_bytes() throws IOException {
        bucket.write("shared/tables/empty", new byte[0]);

        try (SeekableByteChannel file = storage.open(new StoragePath("empty"))) {
            assertThat(file.size()).isZero();
            assertThat(file.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void a_file_that_is_written_anew_while_it_is_read_is_never_mixed() throws IOException {
        byte[] content = new byte[1_000_000];
        bucket.write("shared/tables/part", content);

        try (SeekableByteChannel file = storage.open(new StoragePath("part"))) {
            Arrays.fill(content, (byte) 1);
            Files.setLastModifiedTime(
                    bucket.write("shared/tables/part", content),
                    FileTime.from(Instant.now().plusSeconds(60)));

            assertThatThrownBy(() -> all(file))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void a_reader_gets_the_file_whole_or_in_parts_and_no_other() throws Exception {
        String name = "day=2026-11-30/a b+ä%20(1).parquet";
        byte[] content = "0123456789".getBytes(StandardCharsets.US_ASCII);
        bucket.write("shared/tables/" + name, content);
        bucket.write("shared/tables/secret", content);
        URI address = signed(name, Instant.now().plus(GOOD));

        assertThat(fetch(address).statusCode()).isEqualTo(200);
        assertThat(fetch(address).body()).isEqualTo(content);
        HttpResponse<byte[]> part = fetch(address, "Range", "bytes=-4");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(content, 6, 10));
        String path = address.getRawPath();
        String other = address.toString().replace(path, "/lake/shared/tables/secret");
        assertThat(fetch(URI.create(other)).statusCode()).isEqualTo(403);
        assertThat(fetch(URI.create(address.toString().replace("X-Amz-Expires=", "X-Amz-Expires=1")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_address_ends_with_its_lease() throws Exception {
        bucket.write("shared/tables/part", new byte[1]);
        Instant now = Instant.parse("2026-11-30T12:00:00.7Z");
        roots.close();
        roots = roots(() -> now);
        storage = roots.find("lake").orElseThrow();

        assertThat(signed("part", now.plusMillis(900)).toString())
                .contains("X-Amz-Date=20261130T120000Z", "X-Amz-Expires=1&");
        assertThat(signed("part", now.plusMillis(100)).toString())
                .contains("X-Amz-Date=20261130T115959Z", "X-Amz-Expires=1&");
        assertThat(signed("part", now.plus(GOOD)).toString()).contains("X-Amz-Expires=900&");
        URI past = signedAt(Instant.now().minus(GOOD), Instant.now().minusSeconds(5));
        assertThat(fetch(past).statusCode()).isEqualTo(403);
    }

    private URI signedAt(Instant from, Instant expires) {
        roots.close();
        roots = roots(() -> from);
        storage = roots.find("lake").orElseThrow();
        return signed("part", expires);
    }

    private URI signed(String file, Instant expires) {
        Lease.Right right = new Lease.Right(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        Utf8Builder address = new Utf8Builder(100);
        storage.signer(new Lease(URI.create("http://not-needed"), right, expires))
                .sign(new StoragePath(file), address);
        return URI.create(new String(address.take(), StandardCharsets.US_ASCII));
    }

    private static byte[] all(SeekableByteChannel file) throws IOException {
        ByteBuffer all = ByteBuffer.allocate((int) file.size());
        while (all.hasRemaining() && file.read(all) >= 0) {
            // Until nothing is left.
        }
        return all.array();
    }

    private static HttpResponse<byte[]> fetch(URI from, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(from);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
