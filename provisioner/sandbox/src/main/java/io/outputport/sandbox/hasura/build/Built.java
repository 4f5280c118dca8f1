package io.outputport.sandbox.hasura.build;

import io.outputport.sandbox.hasura.schema.SchemaCache;
import io.outputport.sandbox.hasura.schema.TrackedTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of one build.
 *
 * @param sources those that are consistent, by name
 * @param tables those that are consistent; the same as in the cache
 */
public record Built(
        SchemaCache cache,
        List<Inconsistency> inconsistencies,
        Map<String, LiveSource> sources,
        Map<TableId, TrackedTable> tables) {
    public static final Built NOTHING =
            new Built(new SchemaCache(0, List.of(), Map.of()), List.of(), Map.of(), Map.of());

    public Built {
        inconsistencies = List.copyOf(inconsistencies);
        sources = Map.copyOf(sources);
        tables = Map.copyOf(tables);
    }

    public Optional<LiveSource> source(String name) {
        return Optional.ofNullable(sources.get(name));
    }

    public boolean isConsistent() {
        return inconsistencies.isEmpty();
    }
}
