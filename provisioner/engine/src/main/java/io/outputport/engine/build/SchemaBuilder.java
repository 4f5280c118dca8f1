package io.outputport.engine.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.engine.build.name.NameCollisions;
import io.outputport.engine.build.source.Inconsistency;
import io.outputport.engine.build.source.LiveSource;
import io.outputport.engine.build.table.BuiltSource;
import io.outputport.engine.build.table.TableBuilder;
import io.outputport.engine.control.Control;
import io.outputport.engine.refusal.Refused;
import io.outputport.engine.schema.GraphqlName;
import io.outputport.engine.schema.SchemaCache;
import io.outputport.engine.source.SourceFailure;
import io.outputport.engine.source.SourceKinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Builds the schema cache from the metadata. Each call is one build that counts and costs. */
public final class SchemaBuilder {
    private final SourceKinds kinds;
    private final Control control;
    private final AtomicLong versions = new AtomicLong();

    public SchemaBuilder(SourceKinds kinds, Control control) {
        this.kinds = kinds;
        this.control = control;
    }

    /**
     * Builds once. What cannot have changed is taken over from the build before, which saves the engine's own time and
     * none of the time that it charges.
     *
     * @param last the build before, whose sources may be taken over; a source that failed then is always tried again
     * @param stored the sources that the build before was made from
     * @throws Refused with status 500 when a name is defined twice, with status 400 when the database has a name of
     *     which no schema can be made
     */
    public Built build(JsonNode metadata, Built last, Refresh refresh, Stored stored) {
        SourceBuilder sourceBuilder = new SourceBuilder(kinds.including(metadata), control);
        Map<String, BuiltSource> sources = new LinkedHashMap<>();
        List<Inconsistency> inconsistencies = new ArrayList<>();
        int tracked = 0;
        for (JsonNode entry : metadata.path("sources")) {
            String name = entry.path("name").asText();
            tracked += entry.path("tables").size();
            try {
                LiveSource live = sourceBuilder.build(entry, last.source(name), refresh.includes(name));
                BuiltSource source =
                        last.built(live).filter(same -> stored.holds(entry)).orElseGet(() -> tablesOf(live, entry));
                sources.put(name, source);
                inconsistencies.addAll(source.inconsistencies());
            } catch (SourceFailure failure) {
                inconsistencies.add(Inconsistency.source(name, failure));
            }
        }
        control.built(tracked);
        all(sources, BuiltSource::unbuildable).stream().findFirst().ifPresent(reason -> {
            throw Refused.badRequest("validation-failed", reason);
        });
        new NameCollisions(all(sources, BuiltSource::claims)).check();
        SchemaCache cache = new SchemaCache(
                versions.incrementAndGet(),
                all(sources, source -> source.tables().values()).stream()
                        .filter(table -> GraphqlName.isLegal(table.graphqlName()))
                        .toList(),
                InheritedRoles.of(metadata));
        return new Built(cache, inconsistencies, sources);
    }

    private static BuiltSource tablesOf(LiveSource source, JsonNode entry) {
        TableBuilder builder = new TableBuilder(source, entry);
        entry.path("tables").forEach(builder::add);
        return builder.built();
    }

    private static <T> List<T> all(Map<String, BuiltSource> sources, Function<BuiltSource, Collection<T>> part) {
        return sources.values().stream()
                .flatMap(source -> part.apply(source).stream())
                .toList();
    }

    /** Looks into one source without a build, as operations that only read do. */
    public LiveSource look(JsonNode metadata, JsonNode entry) throws SourceFailure {
        return new SourceBuilder(kinds.including(metadata), control).build(entry, Optional.empty(), true);
    }
}
