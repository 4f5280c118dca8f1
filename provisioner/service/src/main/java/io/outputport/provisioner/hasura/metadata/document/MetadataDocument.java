package io.outputport.provisioner.hasura.metadata.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.foundation.transport.Pieces;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualTable;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An export as it came, and where its parts stand. Whatever no edit names goes back byte for byte. */
public final class MetadataDocument {
    private final Pieces export;
    private final Span metadata;
    private final Optional<Span> sourcesSpan;
    private final List<SourceSpans> sources;
    private final ActualMetadata actual;

    MetadataDocument(
            Pieces export, long resourceVersion, Span metadata, Optional<Span> sourcesSpan, List<SourceSpans> sources) {
        this.export = export;
        this.metadata = metadata;
        this.sourcesSpan = sourcesSpan;
        this.sources = List.copyOf(sources);
        this.actual = new ActualMetadata(
                resourceVersion, sources.stream().map(SourceSpans::source).toList());
    }

    public ActualMetadata actual() {
        return actual;
    }

    /** The metadata with the edits in it, as {@code replace_metadata} takes it. */
    public Splice edited(List<MetadataEdit> edits) {
        Map<String, List<MetadataEdit>> bySource = new LinkedHashMap<>();
        edits.forEach(edit -> bySource.computeIfAbsent(edit.source(), name -> new ArrayList<>())
                .add(edit));
        List<Splice> elements = new ArrayList<>();
        for (SourceSpans source : sources) {
            List<MetadataEdit> own = bySource.getOrDefault(source.source().name(), List.of());
            bySource.remove(source.source().name());
            if (own.stream().noneMatch(MetadataEdit::removesSource)) {
                elements.add(edited(source, own));
            }
        }
        bySource.values().forEach(added -> newSource(added).ifPresent(elements::add));
        Splice array = Splice.array(elements);
        return sourcesSpan
                .map(span -> new Splice()
                        .add(export, metadata.start(), span.start())
                        .add(array)
                        .add(export, span.end(), metadata.end()))
                .orElseGet(() -> withSources(array));
    }

    private Splice withSources(Splice array) {
        boolean empty = isEmptyObject();
        return new Splice()
                .add("{\"sources\":")
                .add(array)
                .add(empty ? "" : ",")
                .add(export, metadata.start() + 1, metadata.end());
    }

    private boolean isEmptyObject() {
        return export.slices(metadata.start() + 1, metadata.end() - 1).stream()
                .allMatch(slice ->
                        new String(slice.bytes(), slice.offset(), slice.length(), StandardCharsets.UTF_8).isBlank());
    }

    private Splice edited(SourceSpans source, List<MetadataEdit> edits) {
        if (edits.isEmpty()) {
            return raw(source.whole());
        }
        Map<Span, Splice> patches = new java.util.TreeMap<>(java.util.Comparator.comparingInt(Span::start));
        source.configuration().ifPresent(span -> configuration(edits).ifPresent(text -> patches.put(span, text)));
        Splice tables = Splice.array(tables(source, edits));
        Span end = new Span(source.whole().end() - 1, source.whole().end() - 1);
        source.tables()
                .ifPresentOrElse(
                        span -> patches.put(span, tables),
                        () -> patches.put(end, new Splice().add(",\"tables\":").add(tables)));
        Splice whole = new Splice();
        int copied = source.whole().start();
        for (Map.Entry<Span, Splice> patch : patches.entrySet()) {
            whole.add(export, copied, patch.getKey().start()).add(patch.getValue());
            copied = patch.getKey().end();
        }
        return whole.add(export, copied, source.whole().end());
    }

    private static Optional<Splice> configuration(List<MetadataEdit> edits) {
        return edits.stream()
                .flatMap(edit -> edit.configured().stream())
                .map(configured -> new Splice().add(configured.configuration().toString()))
                .reduce((earlier, later) -> later);
    }

    private List<Splice> tables(SourceSpans source, List<MetadataEdit> edits) {
        Map<JsonNode, MetadataEdit> byTable = new LinkedHashMap<>();
        edits.forEach(edit -> edit.tableName().ifPresent(table -> byTable.put(table, edit)));
        List<Splice> elements = new ArrayList<>();
        List<ActualTable> tables = source.source().tables();
        for (int i = 0; i < tables.size(); i++) {
            MetadataEdit edit = byTable.remove(tables.get(i).name());
            if (edit == null) {
                elements.add(raw(source.tableSpans().get(i)));
            } else {
                entry(edit).ifPresent(elements::add);
            }
        }
        byTable.values().forEach(edit -> entry(edit).ifPresent(elements::add));
        return elements;
    }

    private static Optional<Splice> entry(MetadataEdit edit) {
        return edit.written().map(put -> new Splice().add(put.entry().toString()));
    }

    private static Optional<Splice> newSource(List<MetadataEdit> edits) {
        return edits.stream()
                .flatMap(edit -> edit.newSource().stream())
                .map(added -> newSource(added, edits))
                .findFirst();
    }

    private static Splice newSource(MetadataEdit.AddSource added, List<MetadataEdit> edits) {
        var json = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
        var source = json.objectNode().put("name", added.source()).put("kind", added.kind());
        var tables = source.putArray("tables");
        edits.forEach(edit -> edit.written().ifPresent(put -> tables.add(put.entry())));
        source.set("configuration", added.configuration());
        return new Splice().add(source.toString());
    }

    private Splice raw(Span span) {
        return new Splice().add(export, span.start(), span.end());
    }
}
