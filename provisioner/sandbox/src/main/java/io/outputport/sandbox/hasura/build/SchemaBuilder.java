package io.outputport.sandbox.hasura.build;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.sandbox.hasura.control.Control;
import io.outputport.sandbox.hasura.schema.SchemaCache;
import io.outputport.sandbox.hasura.schema.TrackedTable;
import io.outputport.sandbox.hasura.source.SourceFailure;
import io.outputport.sandbox.hasura.source.SourceKinds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

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
     * Builds once.
     *
     * @param last the build before, whose sources may be taken over; a source that failed then is always tried again
     * @throws io.outputport.sandbox.hasura.refusal.Refused with status 500 when a name is defined twice
     */
    public Built build(JsonNode metadata, Built last, Refresh refresh) {
        SourceBuilder sourceBuilder = new SourceBuilder(kinds.including(metadata), control);
        NameCollisions names = new NameCollisions();
        Map<String, LiveSource> sources = new LinkedHashMap<>();
        Map<TableId, TrackedTable> tables = new LinkedHashMap<>();
        List<Inconsistency> inconsistencies = new ArrayList<>();
        int tracked = 0;
        for (JsonNode entry : metadata.path("sources")) {
            String name = entry.path("name").asText();
            tracked += entry.path("tables").size();
            try {
                LiveSource source = sourceBuilder.build(entry, last.source(name), refresh.includes(name));
                sources.put(name, source);
                TableBuilder builder = new TableBuilder(source, entry, names);
                entry.path("tables").forEach(builder::add);
                tables.putAll(builder.tables());
                inconsistencies.addAll(builder.inconsistencies());
            } catch (SourceFailure failure) {
                inconsistencies.add(Inconsistency.source(name, failure));
            }
        }
        control.built(tracked);
        names.check();
        SchemaCache cache =
                new SchemaCache(versions.incrementAndGet(), List.copyOf(tables.values()), inheritedRoles(metadata));
        return new Built(cache, inconsistencies, sources, tables);
    }

    /** Looks into one source without a build, as operations that only read do. */
    public LiveSource look(JsonNode metadata, JsonNode entry) throws SourceFailure {
        return new SourceBuilder(kinds.including(metadata), control).build(entry, Optional.empty(), true);
    }

    private static Map<String, Set<String>> inheritedRoles(JsonNode metadata) {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        for (JsonNode role : metadata.path("inherited_roles")) {
            Set<String> parents = new HashSet<>();
            role.path("role_set").forEach(parent -> parents.add(parent.asText()));
            roles.put(role.path("role_name").asText(), Set.copyOf(parents));
        }
        return roles;
    }
}
