package io.outputport.engine.build.table;

import io.outputport.engine.build.name.NameCollisions;
import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.source.TableName;
import java.util.List;
import java.util.Map;

/**
 * What one build made of one source.
 *
 * @param unbuildable why no schema can be built with it, in Hasura's words; as a rule empty
 */
public record BuiltSource(
        LiveSource live,
        Map<TableName, TrackedTable> tables,
        List<Inconsistency> inconsistencies,
        List<NameCollisions.Claim> claims,
        List<String> unbuildable) {
    public BuiltSource {
        unbuildable = List.copyOf(unbuildable);
        inconsistencies = List.copyOf(inconsistencies);
        claims = List.copyOf(claims);
    }
}
