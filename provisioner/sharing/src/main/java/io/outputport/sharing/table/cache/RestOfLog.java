package io.outputport.sharing.table.cache;

import io.outputport.sharing.table.DataFile;
import io.outputport.sharing.table.LiveFiles;
import io.outputport.sharing.table.Tally;
import io.outputport.sharing.table.source.TableVersion;
import java.util.Optional;

/**
 * What is behind the files that somebody had of a pass before they were given up: from a pass of its own, at the pace of who
 * reads, in one of the turns.
 */
final class RestOfLog implements LiveFiles {
    private final CountedFiles files;
    private final LogReading reading;

    private RestOfLog(CountedFiles files, LogReading reading) {
        this.files = files;
        this.reading = reading;
    }

    /** @param pass that goes on counting, so that both can be compared */
    static RestOfLog behind(Tally had, TableVersion version, LogReading reading, LogPass pass) {
        if (!reading.beginStream()) {
            throw LogReading.busy();
        }
        Optional<RestOfLog> rest = Optional.empty();
        try {
            rest = Optional.of(new RestOfLog(new CountedFiles(version.files(), pass::counted), reading));
            rest.get().files.skip(had);
            return rest.get();
        } catch (RuntimeException failed) {
            rest.ifPresentOrElse(RestOfLog::close, reading::endStream);
            throw failed;
        }
    }

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
        try {
            files.close();
        } finally {
            reading.endStream();
        }
    }
}
