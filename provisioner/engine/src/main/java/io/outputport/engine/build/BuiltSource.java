package io.outputport.engine.build;

import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.source.TableName;
import java.util.List;
import java.util.Map;

/** What one build made of one source. */
record BuiltSource(
        LiveSource live,
        Map<TableName, TrackedTable> tables,
        List<Inconsistency> inconsistencies,
        List<NameCollisions.Claim> claims) {
    BuiltSource {
        inconsistencies = List.copyOf(inconsistencies);
        claims = List.copyOf(claims);
    }
}
