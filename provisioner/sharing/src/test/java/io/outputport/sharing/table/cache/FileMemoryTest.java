package io.outputport.sharing.table.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is unpacked is kept only in memory that nobody else wants. */
class FileMemoryTest {
    private static final int FILES = 2_000;

    @Test
    void what_was_unpacked_is_kept_for_who_asks_next() {
        FileMemory memory = new FileMemory(1 << 20, Duration.ZERO);
        FileMemory.Shelf shelf = shelf(memory, "a");
        long packed = memory.used();

        List<DataFile> first = files(shelf);
        long both = memory.used();

        assertThat(first)
                .containsExactlyElementsOf(SettableTable.files("a", FILES).toList());
        assertThat(both - packed)
                .isEqualTo(shelf.packed().blocks().stream()
                        .mapToLong(PackedFiles.Block::length)
                        .sum());
        assertThat(files(shelf)).isEqualTo(first);
        assertThat(memory.used()).isEqualTo(both);
    }

    @Test
    void it_makes_room_for_other_versions_also_while_it_is_read() {
        FileMemory memory = new FileMemory(1 << 20, Duration.ZERO);
        FileMemory.Shelf shelf = shelf(memory, "a");
        long packed = memory.used();
        LiveFiles reading = shelf.files();
        DataFile first = reading.next();
        assertThat(memory.used()).isGreaterThan(packed);

        FileMemory.Taken other = memory.take();

        assertThat(other.more((1 << 20) - packed)).isTrue();
        assertThat(memory.used()).isEqualTo(1 << 20);
        List<DataFile> found = new ArrayList<>(List.of(first));
        reading.forEachRemaining(found::add);
        assertThat(found)
                .containsExactlyElementsOf(SettableTable.files("a", FILES).toList());
        assertThat(memory.used()).isEqualTo(1 << 20);
        other.giveBack();
        assertThat(memory.used()).isEqualTo(packed);
    }

    @Test
    void nothing_is_unpacked_for_later_where_there_is_no_room_and_a_version_goes_with_all_that_it_has() {
        FileMemory memory = new FileMemory(1 << 20, Duration.ZERO);
        FileMemory.Shelf shelf = shelf(memory, "a");
        files(shelf);
        shelf.leave();

        FileMemory.Taken all = memory.take();
        assertThat(all.more(1 << 20)).isTrue();

        assertThat(shelf.take()).isFalse();
        assertThat(files(shelf)).hasSize(FILES);
        assertThat(memory.used()).isEqualTo(1 << 20);
        all.giveBack();
        assertThat(memory.used()).isZero();
    }

    private static FileMemory.Shelf shelf(FileMemory memory, String table) {
        FileMemory.Taken taken = memory.take();
        Packing packing = new Packing(taken, path -> new byte[] {1});
        assertThat(SettableTable.files(table, FILES).allMatch(packing::add)).isTrue();
        assertThat(packing.finish()).isTrue();
        return memory.shelf(packing.packed(), taken);
    }

    private static List<DataFile> files(FileMemory.Shelf shelf) {
        List<DataFile> found = new ArrayList<>();
        shelf.files().forEachRemaining(found::add);
        return found;
    }
}
