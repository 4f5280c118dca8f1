package io.outputport.sharing.table.cache;

import io.outputport.foundation.outcome.Outcome;
import io.outputport.sharing.storage.Storage;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Snapshot;
import io.outputport.sharing.table.SnapshotFiles;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableMetadata;
import io.outputport.sharing.table.Tally;
import io.outputport.sharing.table.source.TableVersion;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A version whose log is gone through once, however many ask, and whose files are kept for as long as there is memory. */
final class KeptVersion implements Snapshot {
    private final TableVersion version;
    private final LogReading reading;
    private Optional<LogPass> last = Optional.empty();
    private volatile Optional<Tally> tooLarge = Optional.empty();
    /** Then nobody is told of a file before the whole log was gone through: an answer that breaks off says less than a refusal. */
    private boolean broken;

    KeptVersion(TableVersion version, LogReading reading) {
        this.version = version;
        this.reading = reading;
    }

    TableVersion.Standing standing() {
        return version.standing();
    }

    @Override
    public long version() {
        return version.number();
    }

    @Override
    public TableMetadata metadata() {
        return version.metadata();
    }

    @Override
    public Set<String> readerFeatures() {
        return version.readerFeatures();
    }

    @Override
    public Storage storage() {
        return version.storage();
    }

    @Override
    public Outcome<SnapshotFiles> read() {
        return found(LogPass::ended);
    }

    @Override
    public Outcome<SnapshotFiles> follow() {
        return found(LogPass::begun);
    }

    private Outcome<SnapshotFiles> found(Function<LogPass, Optional<LogPass.End>> wait) {
        if (tooLarge.isPresent()) {
            return streamed(tooLarge.get());
        }
        LogPass pass = joined();
        boolean followed = false;
        try {
            Optional<LogPass.End> end = isBroken() ? pass.ended() : wait.apply(pass);
            followed = end.filter(how -> !LogPass.isWhole(how)).isEmpty();
            return followed ? Outcome.done(new Followed(pass)) : withoutPass(end.orElseThrow());
        } catch (TableFailure failed) {
            return failed.outcome();
        } finally {
            if (!followed) {
                pass.shelf().leave();
            }
        }
    }

    private synchronized LogPass joined() {
        Optional<LogPass> there = last.filter(LogPass::join);
        if (there.isEmpty()) {
            broken |= last.filter(LogPass::isBroken).isPresent();
            last = Optional.of(reading.begin(version));
        }
        return last.orElseThrow();
    }

    private synchronized boolean isBroken() {
        return broken;
    }

    private Outcome<SnapshotFiles> withoutPass(LogPass.End end) {
        Tally tally = end.counted();
        if (!end.match(whole -> false, LogPass.NotKept::tooLarge, failed -> false)) {
            throw LogReading.busy();
        }
        tooLarge = Optional.of(tally);
        return streamed(tally);
    }

    private Outcome<SnapshotFiles> streamed(Tally tally) {
        return reading.beginStream() ? Outcome.done(new FromLog(tally)) : ColdReads.later();
    }

    /** Of a pass, also while it goes on. */
    private final class Followed implements SnapshotFiles {
        private final LogPass pass;

        Followed(LogPass pass) {
            this.pass = pass;
        }

        @Override
        public Optional<Tally> tally() {
            return pass.tally();
        }

        @Override
        public LiveFiles files() {
            return new FollowedFiles(pass, had -> RestOfLog.behind(had, version, reading, pass));
        }

        @Override
        public void close() {
            pass.shelf().leave();
        }
    }

    /** Reads the log again for each who asks. */
    private final class FromLog implements SnapshotFiles {
        private final Tally tally;

        FromLog(Tally tally) {
            this.tally = tally;
        }

        @Override
        public Optional<Tally> tally() {
            return Optional.of(tally);
        }

        @Override
        public LiveFiles files() {
            return new CountedFiles(version.files(), () -> tally);
        }

        @Override
        public void close() {
            reading.endStream();
        }
    }
}
