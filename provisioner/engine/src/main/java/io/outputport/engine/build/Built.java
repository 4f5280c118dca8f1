package io.outputport.engine.build;

import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.build.table.BuiltSource;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.schema.TrackedTable;
import io.outputport.engine.source.TableName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The outcome of one build. */
public final class Built {
    public static final Built NOTHING = new Built(new SchemaCache(0, List.of(), Map.of()), List.of(), Map.of());

    private final SchemaCache cache;
    private final List<Inconsistency> inconsistencies;
    private final Map<String, BuiltSource> sources;

    /** @param sources those that are consistent, by name */
    Built(SchemaCache cache, List<Inconsistency> inconsistencies, Map<String, BuiltSource> sources) {
        this.cache = cache;
        this.inconsistencies = List.copyOf(inconsistencies);
        this.sources = Map.copyOf(sources);
    }

    public SchemaCache cache() {
        return cache;
    }

    public List<Inconsistency> inconsistencies() {
        return inconsistencies;
    }

    /** The source of this name, if it is consistent. */
    public Optional<LiveSource> source(String name) {
        return Optional.ofNullable(sources.get(name)).map(BuiltSource::live);
    }

    /** The table, if it and its source are consistent. */
    public Optional<TrackedTable> table(String source, TableName table) {
        return Optional.ofNullable(sources.get(source)).map(BuiltSource::tables).map(tables -> tables.get(table));
    }

    public boolean isConsistent() {
        return inconsistencies.isEmpty();
    }

    /** What was made of exactly this look into a source. */
    Optional<BuiltSource> built(LiveSource live) {
        return Optional.ofNullable(sources.get(live.name())).filter(source -> sameLook(source.live(), live));
    }

    // Equal looks would be compared table by table.
    @SuppressWarnings("ReferenceEquality")
    private static boolean sameLook(LiveSource one, LiveSource other) {
        return one == other;
    }
}
