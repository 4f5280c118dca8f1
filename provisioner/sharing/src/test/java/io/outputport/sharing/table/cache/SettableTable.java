package io.outputport.sharing.table.cache;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.share.TableLocation;
import io.outputport.sharing.storage.Lease;
import io.outputport.sharing.storage.Signer;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.storage.StoragePath;
import io.outputport.sharing.storage.StoredFile;
import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.DeletionVector;
import io.outputport.sharing.table.FileDescription;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.source.TableSource;
import io.outputport.sharing.table.source.TableVersion;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A source whose tables are as long as a test says, which counts how often it is read. */
public final class SettableTable implements TableSource {
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger passes = new AtomicInteger();
    final AtomicInteger looks = new AtomicInteger();
    /** Holds passes up until a test lets them go. */
    volatile CountDownLatch gate = new CountDownLatch(0);

    volatile long newest = 1;
    volatile int files = 10;
    volatile TableVersion.Standing old = TableVersion.Standing.SUPERSEDED;
    volatile boolean away;
    volatile boolean broken;
    /** The file at which logs break. */
    volatile int brokenAt = Integer.MAX_VALUE;
    /** From which one on files are lost by now. */
    volatile int cutOff = Integer.MAX_VALUE;
    /** How many files a pass gives out before it waits to be let {@link #go}. */
    volatile int atFirst = Integer.MAX_VALUE;

    volatile CountDownLatch go = new CountDownLatch(0);

    @Override
    public Outcome<TableVersion> newest(TableLocation location) {
        return numbered(location, newest);
    }

    @Override
    public Outcome<TableVersion> numbered(TableLocation location, long number) {
        opened.incrementAndGet();
        return Outcome.done(new Version(location.path(), number, files));
    }

    @Override
    public Outcome<Long> asOf(TableLocation location, Instant time) {
        return Outcome.done(time.getEpochSecond());
    }

    @Override
    public Outcome<Long> since(TableLocation location, Instant time) {
        return Outcome.done(time.getEpochSecond());
    }

    public static Stream<DataFile> files(String table, int count) {
        return IntStream.range(0, count).mapToObj(at -> file(table, at));
    }

    static DataFile file(String table, int at) {
        StoragePath path = new StoragePath(table + "/part-" + at + "-ü");
        return new DataFile(
                path,
                at,
                at + 1L,
                at % 2 == 0 ? Optional.empty() : Optional.of((long) at),
                FileDescription.of(
                        Map.of("day", Optional.of("d" + at)), at, Optional.of("{\"numRecords\":" + at + "}")),
                vector(path, at));
    }

    private static Optional<DeletionVector> vector(StoragePath path, int at) {
        return switch (at % 4) {
            case 1 -> Optional.of(new DeletionVector(new DeletionVector.Inline("abc"), 3, 1));
            case 2 -> Optional.of(new DeletionVector(new DeletionVector.InFile(path, Optional.empty()), 3, 1));
            case 3 -> Optional.of(new DeletionVector(new DeletionVector.InFile(path, Optional.of(7)), 3, 1));
            default -> Optional.empty();
        };
    }

    private final class Version implements TableVersion {
        private final String table;
        private final long number;
        private final int count;

        Version(String table, long number, int count) {
            this.table = table;
            this.number = number;
            this.count = count;
        }

        @Override
        public long number() {
            return number;
        }

        @Override
        public TableMetadata metadata() {
            return new TableMetadata(table, Optional.empty(), Optional.empty(), "{}", List.of(), Map.of());
        }

        @Override
        public Set<String> readerFeatures() {
            return Set.of();
        }

        @Override
        public Storage storage() {
            return new Unread();
        }

        @Override
        public LiveFiles files() {
            passes.incrementAndGet();
            pass(gate);
            breakIf(broken);
            return new Living(SettableTable.files(table, Math.min(count, cutOff))
                    .peek(file -> step(file.size()))
                    .iterator());
        }

        private void step(long at) {
            if (at == atFirst) {
                pass(go);
            }
            breakIf(at == brokenAt);
        }

        private static void pass(CountDownLatch gate) {
            try {
                gate.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        private static void breakIf(boolean broken) {
            if (broken) {
                throw new TableFailure(TableProblems.unreadable("of a test"), false, new IllegalStateException());
            }
        }

        @Override
        public Standing standing() {
            looks.incrementAndGet();
            if (away) {
                throw new TableFailure(TableProblems.away(), true, new IllegalStateException());
            }
            return number == newest ? Standing.NEWEST : old;
        }
    }

    private record Living(Iterator<DataFile> files) implements LiveFiles {
        @Override
        public boolean hasNext() {
            return files.hasNext();
        }

        @Override
        public DataFile next() {
            return files.next();
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /** Nothing is read of it and nothing is signed. */
    private record Unread() implements Storage {
        @Override
        public String name() {
            throw new IllegalStateException("nobody asks");
        }

        @Override
        public List<StoredFile> list(StoragePath folder, String from) {
            throw new IllegalStateException("nothing is read here");
        }

        @Override
        public StoredFile find(StoragePath file) {
            throw new IllegalStateException("nothing is read here");
        }

        @Override
        public SeekableByteChannel open(StoragePath file) {
            throw new IllegalStateException("nothing is read here");
        }

        @Override
        public Signer signer(Lease lease) {
            throw new IllegalStateException("nothing is signed here");
        }
    }
}
