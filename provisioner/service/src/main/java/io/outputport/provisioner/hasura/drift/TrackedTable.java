package io.outputport.provisioner.hasura.drift;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.outcome.Outcome;
import io.outputport.foundation.outcome.Problem;
import io.outputport.foundation.text.Excerpt;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.descriptor.reverse.MissingTable;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.entry.PlanProblems;
import io.outputport.provisioner.hasura.plan.entry.RootField;
import io.outputport.provisioner.hasura.plan.entry.TableEntry;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A table that Hasura tracks, found by what people call it. */
public final class TrackedTable {
    private final ActualMetadata.Entry found;
    private final JsonNode entry;

    private TrackedTable(ActualMetadata.Entry found) {
        this.found = found;
        this.entry = found.table().entry().get();
    }

    /**
     * Stopped when there is none, or when several sources have one of that name.
     *
     * @param source empty for any
     * @param name the custom name, or {@code schema.table}
     */
    public static Outcome<TrackedTable> find(ActualMetadata metadata, Optional<String> source, String name) {
        if (source.isPresent() && metadata.source(source.get()).isEmpty()) {
            return Outcome.stopped(noSource(metadata, source.get()));
        }
        List<ActualMetadata.Entry> candidates = metadata.entries()
                .filter(entry -> source.map(entry.source().name()::equals).orElse(true))
                .toList();
        List<ActualMetadata.Entry> found =
                candidates.stream().filter(entry -> isCalled(entry, name)).toList();
        return found.size() == 1
                ? Outcome.done(new TrackedTable(found.get(0)))
                : Outcome.stopped(found.isEmpty() ? noTable(candidates, name) : ambiguous(found, name));
    }

    private static boolean isCalled(ActualMetadata.Entry entry, String name) {
        return entry.table().customName().filter(name::equals).isPresent()
                || entry.table().shown().equals(name);
    }

    private static Problem noSource(ActualMetadata metadata, String source) {
        List<String> names = metadata.sources().stream().map(ActualSource::name).toList();
        return Problem.of(
                PlanProblems.HASURA_TABLE_MISSING,
                "Hasura has no source of the name that the request gives.",
                MissingTable.nearest(source, names)
                        .or(() -> onlyOneThatBegins(names, source))
                        .map(near -> "Write " + near + " if that is meant.")
                        .orElse("Hasura's console shows the names of its sources."));
    }

    /** Names of sources end in what nobody remembers: the database, the schema, some letters of a hash. */
    private static Optional<String> onlyOneThatBegins(List<String> names, String source) {
        List<String> longer =
                names.stream().filter(name -> name.startsWith(source)).toList();
        return longer.size() == 1 ? Optional.of(Excerpt.plain(longer.get(0))) : Optional.empty();
    }

    private static Problem noTable(List<ActualMetadata.Entry> candidates, String name) {
        List<String> names = candidates.stream()
                .flatMap(entry -> entry
                        .table()
                        .customName()
                        .map(custom -> List.of(custom, entry.table().shown()))
                        .orElseGet(() -> List.of(entry.table().shown()))
                        .stream())
                .toList();
        return Problem.of(
                PlanProblems.HASURA_TABLE_MISSING,
                "Hasura tracks no table of the name that the request gives.",
                MissingTable.nearest(name, names)
                        .map(near -> "Write " + near + " if that is meant.")
                        .orElse("Write schema.table, or the custom name, as Hasura's console shows it."));
    }

    private static Problem ambiguous(List<ActualMetadata.Entry> found, String name) {
        String sources = String.join(
                ", ",
                found.stream().map(entry -> entry.source().name()).distinct().toList());
        return Problem.of(
                PlanProblems.HASURA_TABLE_AMBIGUOUS,
                "Hasura tracks several tables of the name that the request gives.",
                "Write one of the sources " + sources + " in source.");
    }

    public String source() {
        return found.source().name();
    }

    /** The table behind it; empty when it is in no database that the provisioner has settings for. */
    public Optional<SourceTable> sourceTable(List<HasuraDialect> dialects) {
        return dialects.stream()
                .filter(dialect -> dialect.kind().equals(found.source().kind()))
                .flatMap(dialect -> dialect
                        .sourceTable(
                                found.source().configuration(), found.table().name())
                        .stream())
                .findFirst();
    }

    public Optional<String> customName() {
        return found.table().customName();
    }

    /** The names of its root fields as they are set, by {@link RootField#key()}. */
    public Map<String, String> rootFields() {
        return found.table().customRootFields();
    }

    /** What consumers call each of the columns. */
    public Map<String, String> columnNames(Collection<String> columns) {
        Map<String, String> custom = TableEntry.columnNames(entry.path("configuration"));
        return columns.stream()
                .collect(Collectors.toMap(column -> column, column -> custom.getOrDefault(column, column)));
    }

    /** The columns that some role may see; empty when one may see all, or none anything. */
    public Optional<Set<String>> visibleColumns() {
        Set<String> visible = new HashSet<>();
        for (JsonNode permission : entry.path("select_permissions")) {
            JsonNode columns = permission.path("permission").path("columns");
            if (!columns.isArray()) {
                return Optional.empty();
            }
            columns.forEach(column -> visible.add(column.asText()));
        }
        return visible.isEmpty() ? Optional.empty() : Optional.of(visible);
    }
}
