package io.outputport.sandbox.hasura.build;

import io.outputport.sandbox.hasura.schema.TrackedTable;
import io.outputport.sandbox.hasura.source.TableName;
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
