package io.outputport.sharing.table.delta;

import io.delta.kernel.Snapshot;
import io.delta.kernel.utils.FileStatus;
import io.outputport.sharing.storage.StoredFile;
import io.outputport.sharing.table.TableFailure;
import io.outputport.sharing.table.TableProblems;
import io.outputport.sharing.table.source.TableVersion.Standing;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * The commit that made a version, by which is told whether it is still the newest: a later one comes after it, and a table
 * that was made anew has another in its place.
 *
 * @param file as it was listed before the version was read; empty where only a checkpoint was left of it
 */
record LastCommit(long version, Optional<Seen> file) {
    /** What differs when a file is written again. */
    record Seen(long size, long modified) {}

    /** A checkpoint of the version leaves the commit out of what is read, but not out of what was listed. */
    static LastCommit of(Snapshot snapshot) {
        String name = "%020d.json".formatted(snapshot.getVersion());
        Optional<Seen> file = Optional.ofNullable(snapshot.getLogSegment().getDeltaFileAtEndVersion())
                .filter(commit -> commit.getPath().endsWith("/" + name))
                .map(LastCommit::seen);
        return new LastCommit(snapshot.getVersion(), file);
    }

    private static Seen seen(FileStatus commit) {
        return new Seen(commit.getSize(), commit.getModificationTime());
    }

    Standing standing(DeltaFolder folder) {
        if (!find(folder, version).equals(file)) {
            return Standing.REPLACED;
        }
        return find(folder, version + 1).isPresent() ? Standing.SUPERSEDED : Standing.NEWEST;
    }

    private static Optional<Seen> find(DeltaFolder folder, long version) {
        try {
            StoredFile found = folder.storage().find(folder.commit(version));
            return Optional.of(new Seen(found.size(), found.modified()));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException away) {
            throw new TableFailure(TableProblems.away(), true, away);
        }
    }
}
