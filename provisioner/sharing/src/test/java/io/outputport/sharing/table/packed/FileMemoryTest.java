package io.outputport.sharing.table.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.cache.SettableTable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is unpacked is kept only in memory that nobody else wants. */
class FileMemoryTest {
    private static final int FILES = 2_000;

    @Test
    void what_was_unpacked_is_kept_for_who_asks_next() {
        FileMemory memory = new FileMemory(1 << 20, Duration.ZERO);
        FileMemory.Shelf shelf = shelf(memory, "a");
        long packed = blocks(shelf).mapToLong(PackedBlock::packed).sum();
        long both = packed
                + blocks(shelf).mapToLong(block -> block.unpacked().length).sum();
        assertThat(memory.used()).isEqualTo(both);
        dropPlain(memory, packed);

        List<DataFile> first = files(shelf);

        assertThat(first)
                .containsExactlyElementsOf(SettableTable.files("a", FILES).toList());
        assertThat(memory.used()).isEqualTo(both);
        assertThat(files(shelf)).isEqualTo(first);
        assertThat(memory.used()).isEqualTo(both);
    }

    @Test
    void it_makes_room_for_other_versions_also_while_it_is_read() {
        FileMemory memory = new FileMemory(1 << 20, Duration.ZERO);
        FileMemory.Shelf shelf = shelf(memory, "a");
        long packed = blocks(shelf).mapToLong(PackedBlock::packed).sum();
        Iterator<DataFile> reading = reading(shelf);
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
        PackedBlock block = shelf.block(0).orElseThrow();
        shelf.leave();

        FileMemory.Taken all = memory.take();
        assertThat(all.more(1 << 20)).isTrue();

        assertThat(shelf.take()).isFalse();
        assertThat(shelf.block(0)).isEmpty();
        assertThat(block.plain()).isEmpty();
        assertThat(shelf.records(block)).hasSize(block.unpacked().length);
        assertThat(memory.used()).isEqualTo(1 << 20);
        all.giveBack();
        assertThat(memory.used()).isZero();
    }

    private static FileMemory.Shelf shelf(FileMemory memory, String table) {
        FileMemory.Shelf shelf = memory.shelf();
        Packing packing = new Packing(path -> new byte[] {1}, shelf::add);
        assertThat(SettableTable.files(table, FILES).allMatch(packing::add)).isTrue();
        assertThat(packing.finish()).isTrue();
        return shelf;
    }

    private static Stream<PackedBlock> blocks(FileMemory.Shelf shelf) {
        return Stream.iterate(0, at -> at + 1)
                .map(shelf::block)
                .takeWhile(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    /** By somebody who needs the room for a while. */
    private static void dropPlain(FileMemory memory, long packed) {
        FileMemory.Taken other = memory.take();
        assertThat(other.more((1 << 20) - packed)).isTrue();
        other.giveBack();
        assertThat(memory.used()).isEqualTo(packed);
    }

    private static Iterator<DataFile> reading(FileMemory.Shelf shelf) {
        return blocks(shelf).flatMap(block -> records(shelf.records(block))).iterator();
    }

    private static Stream<DataFile> records(byte[] block) {
        ByteBuffer records = ByteBuffer.wrap(block);
        Stream.Builder<DataFile> files = Stream.builder();
        while (records.hasRemaining()) {
            files.add(FileRecords.read(records));
        }
        return files.build();
    }

    private static List<DataFile> files(FileMemory.Shelf shelf) {
        List<DataFile> found = new ArrayList<>();
        reading(shelf).forEachRemaining(found::add);
        return found;
    }
}
