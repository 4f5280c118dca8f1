package io.outputport.provisioner.hasura.plan.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries edits out on what was read of the metadata, so that the next port of a wave is judged by what will be there. */
final class Editing {
    private final Map<String, ActualSource> sources = new LinkedHashMap<>();

    private Editing(ActualMetadata before) {
        before.sources().forEach(source -> sources.put(source.name(), source));
    }

    static ActualMetadata of(ActualMetadata before, List<MetadataEdit> edits) {
        Editing editing = new Editing(before);
        edits.forEach(edit -> editing.carryOut(edit)
                .ifPresentOrElse(
                        source -> editing.sources.put(source.name(), source),
                        () -> editing.sources.remove(edit.source())));
        return new ActualMetadata(before.resourceVersion(), List.copyOf(editing.sources.values()));
    }

    /** What then is there of the edit's source. */
    private Optional<ActualSource> carryOut(MetadataEdit edit) {
        Optional<ActualSource> before = Optional.ofNullable(sources.get(edit.source()));
        return edit.match(
                added -> Optional.of(
                        new ActualSource(added.source(), added.kind(), added.configuration(), false, List.of())),
                configured -> before.map(source -> with(source, configured.configuration(), source.tables())),
                removed -> Optional.empty(),
                put -> before.map(source -> with(
                        source,
                        source.configuration(),
                        put(source.tables(), TableReader.read(put.entry(), put.entry()::deepCopy)))),
                removed -> before.map(
                        source -> with(source, source.configuration(), without(source.tables(), removed.table()))));
    }

    private static ActualSource with(ActualSource source, JsonNode configuration, List<ActualTable> tables) {
        return new ActualSource(
                source.name(), source.kind(), configuration, source.customization(), source.hasOtherObjects(), tables);
    }

    private static List<ActualTable> put(List<ActualTable> tables, ActualTable table) {
        List<ActualTable> all = new ArrayList<>(without(tables, table.name()));
        all.add(table);
        return all;
    }

    private static List<ActualTable> without(List<ActualTable> tables, JsonNode name) {
        return tables.stream().filter(table -> !table.name().equals(name)).toList();
    }
}
