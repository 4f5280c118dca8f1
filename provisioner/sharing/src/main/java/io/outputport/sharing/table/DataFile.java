package io.outputport.sharing.table;

import io.outputport.sharing.storage.FilePlace;
import io.outputport.sharing.storage.StoragePath;
import java.util.Map;
import java.util.Optional;

/**
 * A file that holds rows of a table.
 *
 * @param place where it lies
 * @param id of its path
 * @param modified in milliseconds since 1970
 * @param liveRows those that stand in it and are not deleted; empty where the log does not count them
 * @param description what every answer says of it
 * @param vector empty where all of its rows are live
 */
public record DataFile(
        FilePlace place,
        FileId id,
        long size,
        long modified,
        Optional<Long> liveRows,
        FileDescription description,
        Optional<DeletionVector> vector) {

    public DataFile(
            StoragePath path,
            long size,
            long modified,
            Optional<Long> liveRows,
            FileDescription description,
            Optional<DeletionVector> vector) {
        this(FilePlace.of(path), size, modified, liveRows, description, vector);
    }

    private DataFile(
            FilePlace place,
            long size,
            long modified,
            Optional<Long> liveRows,
            FileDescription description,
            Optional<DeletionVector> vector) {
        this(place, FileId.of(place.path()), size, modified, liveRows, description, vector);
    }

    public StoragePath path() {
        return place.asPath();
    }

    /** By the names of the table's log; empty where the value is null, which in Delta the empty text is, too. */
    public Map<String, Optional<String>> partitionValues() {
        return description.partitionValues();
    }

    /** JSON: rows, least and greatest values, nulls. */
    public Optional<String> statistics() {
        return description.statistics();
    }
}
