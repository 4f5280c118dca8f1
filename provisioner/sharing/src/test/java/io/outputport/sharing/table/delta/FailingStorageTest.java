package io.outputport.sharing.table.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.settings.Settings;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.signature.SigningKey;
import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.storage.Signer;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.storage.Storages;
import io.outputport.sharing.storage.StoredFile;
import io.outputport.sharing.storage.local.LocalRoots;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.delta.engine.ReadBudget;
import io.outputport.sharing.table.source.TableVersion;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what passes by itself is answered so that clients come again. */
class FailingStorageTest {
    private static final TableLocation ORDERS = new TableLocation("lake", "orders");

    @TempDir
    Path machine;

    private LocalRoots roots;
    private Path log;
    private Optional<IOException> failure = Optional.empty();

    @BeforeEach
    void aTable() throws IOException {
        Path lake = Files.createDirectories(machine.resolve("lake"));
        log = SampleTable.at(lake.resolve("orders"))
                .orders(LocalDate.of(2026, 11, 30), "ada")
                .log();
        Settings settings = Settings.of(Map.of("SHARING_STORAGE_LAKE", lake.toString()));
        roots = new LocalRoots(settings, new SigningKey(new byte[32]));
    }

    @Test
    void a_storage_that_does_not_answer_may_answer_later() {
        DeltaTables tables = new DeltaTables(new Failing());
        TableVersion opened = opened(tables);

        failure = Optional.of(new IOException("the disk"));

        assertThat(told(tables.newest(ORDERS))).isEqualTo("later: The table's storage does not answer.");
        assertThatThrownBy(() -> opened.files().hasNext())
                .isInstanceOfSatisfying(
                        TableFailure.class, away -> assertThat(away.isPassing()).isTrue());
    }

    @Test
    void what_may_not_be_read_will_not_be_readable_by_itself() {
        failure = Optional.of(new AccessDeniedException("/srv/lake/orders"));

        assertThat(told(new DeltaTables(new Failing()).newest(ORDERS)))
                .isEqualTo("The table cannot be read: this server may not read its files.");
    }

    @Test
    void a_log_that_is_too_long_is_refused_and_a_shorter_one_read_in_each_pass() throws IOException {
        long length =
                Files.size(log.resolve("%020d.json".formatted(0))) + Files.size(log.resolve("%020d.json".formatted(1)));

        TableVersion opened = opened(new DeltaTables(roots, ReadBudget.Limits.of(2 * length)));

        for (int pass = 0; pass < 5; pass++) {
            try (LiveFiles files = opened.files()) {
                files.forEachRemaining(file -> assertThat(file.size()).isPositive());
            }
        }
        try (LiveFiles files = opened.files()) {
            assertThat(files.hasNext()).isTrue();
        }
        assertThat(told(new DeltaTables(roots, ReadBudget.Limits.of(100)).newest(ORDERS)))
                .isEqualTo("The table cannot be read: its log is larger than this server reads.");
    }

    private static TableVersion opened(DeltaTables tables) {
        return ((Outcome.Done<TableVersion>) tables.newest(ORDERS)).value();
    }

    private static String told(Outcome<?> outcome) {
        return outcome.match(
                done -> "done",
                (after, problem) -> "later: " + problem.message(),
                problems -> problems.get(0).message());
    }

    /** The lake, whose disk or rights can fail. */
    private final class Failing implements Storages, Storage {
        @Override
        public Optional<Storage> find(String name) {
            return Optional.of(this);
        }

        @Override
        public Set<String> names() {
            return roots.names();
        }

        @Override
        public String name() {
            return "lake";
        }

        @Override
        public List<StoredFile> list(StoragePath folder, String from) throws IOException {
            return working().list(folder, from);
        }

        @Override
        public StoredFile find(StoragePath file) throws IOException {
            return working().find(file);
        }

        @Override
        public SeekableByteChannel open(StoragePath file) throws IOException {
            return working().open(file);
        }

        @Override
        public Signer signer(Lease lease) {
            throw new IllegalStateException("no file is signed here");
        }

        private Storage working() throws IOException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            return roots.find("lake").orElseThrow();
        }
    }
}
