package io.outputport.sharing.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.FilePlace;
import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.storage.Signer;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.text.Utf8Builder;
import io.outputport.sharing.text.Utf8Slice;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An address says who may fetch which file until when, and nobody else can make or change one. */
class FileSealTest {
    private static final Lease LEASE = new Lease(
            URI.create("https://share.example.org/base"),
            new Lease.Right(
                    UUID.fromString("00000000-0000-0000-0000-00000000000a"),
                    UUID.fromString("00000000-0000-0000-0000-00000000000b"),
                    UUID.fromString("00000000-0000-0000-0000-00000000000c"),
                    UUID.fromString("00000000-0000-0000-0000-00000000000d")),
            Instant.parse("2026-12-01T10:00:00Z"));

    private final FileSeal seal = new FileSeal(key(1));

    @Test
    void an_address_is_read_as_it_was_made() {
        StoragePath file = new StoragePath("sales/day=2026-01-01/a b+ä%20?#.parquet");

        URI address = URI.create(address(seal, file));

        assertThat(address.toString())
                .startsWith("https://share.example.org/base/files/1796119200/")
                .endsWith("/lake/sales/day=2026-01-01/a%20b%2B%C3%A4%2520%3F%23.parquet?sp=r");
        assertThat(address.getPath()).endsWith("/lake/" + file.value());
        String[] parts = address.getPath().split("/");
        assertThat(seal.read(parts[3], parts[4], "lake", file))
                .contains(new FileTicket("lake", file, LEASE.expires(), LEASE.right()));
    }

    @Test
    void whatever_is_changed_in_an_address_makes_it_worthless() {
        StoragePath file = new StoragePath("orders/a.parquet");
        String[] parts = parts(seal, file);
        String mac = parts[4];

        assertThat(seal.read(parts[3], mac, "lake", file)).isPresent();
        assertThat(seal.read("1796119201", mac, "lake", file)).isEmpty();
        assertThat(seal.read(parts[3], mac, "lake", new StoragePath("orders/b.parquet")))
                .isEmpty();
        assertThat(seal.read(parts[3], mac, "other", file)).isEmpty();
        for (int at = 0; at < mac.length(); at++) {
            String changed = mac.substring(0, at) + (mac.charAt(at) == 'A' ? 'B' : 'A') + mac.substring(at + 1);
            assertThat(seal.read(parts[3], changed, "lake", file))
                    .as("changed at %s", at)
                    .isEmpty();
        }
    }

    @Test
    void what_is_no_seal_is_none_and_no_failure() {
        StoragePath file = new StoragePath("orders/a.parquet");

        for (String sealed : List.of("", "A", "=", "ä", "%", "A".repeat(64), "A".repeat(108), "A".repeat(100_000))) {
            assertThat(seal.read("1796119200", sealed, "lake", file)).as(sealed).isEmpty();
        }
        assertThat(seal.read("-1", "A".repeat(108), "lake", file)).isEmpty();
        assertThat(seal.read("99999999999999999999", "A".repeat(108), "lake", file))
                .isEmpty();
    }

    @Test
    void another_servers_address_is_none_of_ours() {
        StoragePath file = new StoragePath("orders/a.parquet");
        String[] parts = parts(new FileSeal(key(2)), file);

        assertThat(seal.read(parts[3], parts[4], "lake", file)).isEqualTo(Optional.empty());
    }

    @Test
    void every_file_and_every_reader_has_another_seal() {
        Set<String> seals = new HashSet<>();
        for (int file = 0; file < 1_000; file++) {
            StoragePath path = new StoragePath("orders/" + file);
            seals.add(parts(seal, path)[4]);
        }

        assertThat(seals).hasSize(1_000);
    }

    @Test
    void a_mark_that_was_kept_and_files_that_are_signed_together_make_the_same_addresses() {
        List<FilePlace> files = Stream.of("orders/a", "orders/ä b", "orders/c", "orders/d")
                .map(path -> FilePlace.of(new StoragePath(path)))
                .toList();
        Signer alone = seal.signer("lake", LEASE);
        Signer together = seal.signer("lake", LEASE);
        List<FilePlace> marked =
                files.stream().map(file -> file.marked(seal.marker("lake"))).toList();
        FilePlace between = FilePlace.of(new StoragePath("orders/vector.bin"));

        together.expect(marked);

        for (int at = 0; at < files.size(); at++) {
            assertThat(address(together, marked.get(at))).isEqualTo(address(alone, files.get(at)));
            assertThat(address(together, between)).isEqualTo(address(alone, between));
        }
    }

    @Test
    void a_mark_is_of_a_storage_and_of_a_key_and_what_differs_in_any_of_them_has_another() {
        Utf8Slice path = Utf8Slice.of("b/a");

        assertThat(List.of(
                        HexFormat.of().formatHex(seal.marker("lake").mark(path)),
                        HexFormat.of().formatHex(seal.marker("lake2").mark(path)),
                        HexFormat.of().formatHex(seal.marker("lake").mark(Utf8Slice.of("b/b"))),
                        HexFormat.of()
                                .formatHex(new FileSeal(key(2)).marker("lake").mark(path))))
                .doesNotHaveDuplicates();
    }

    private static String address(Signer signer, FilePlace file) {
        Utf8Builder address = new Utf8Builder(16);
        signer.sign(file, address);
        return new String(address.take(), StandardCharsets.US_ASCII);
    }

    private static SigningKey key(int content) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) content);
        return new SigningKey(key);
    }

    private static String address(FileSeal seal, StoragePath file) {
        Utf8Builder address = new Utf8Builder(16);
        seal.signer("lake", LEASE).sign(file, address);
        return new String(address.take(), StandardCharsets.US_ASCII);
    }

    private static String[] parts(FileSeal seal, StoragePath file) {
        return URI.create(address(seal, file)).getPath().split("/");
    }
}
