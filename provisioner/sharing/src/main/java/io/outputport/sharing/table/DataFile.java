package io.outputport.sharing.table;

import io.outputport.sharing.storage.StoragePath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file that holds rows of a table.
 *
 * @param id the same for the same file in every version and answer, and telling nothing of where it lies
 * @param partitionValues as the log writes them; empty where the value is null, which in Delta the empty text is, too
 * @param statistics JSON: rows, least and greatest values, nulls
 */
public record DataFile(
        StoragePath path,
        String id,
        Map<String, Optional<String>> partitionValues,
        long size,
        Optional<String> statistics) {
    public DataFile {
        partitionValues = Collections.unmodifiableMap(new LinkedHashMap<>(partitionValues));
    }
}
