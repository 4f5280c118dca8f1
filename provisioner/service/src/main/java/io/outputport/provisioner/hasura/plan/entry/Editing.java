package io.outputport.provisioner.hasura.plan.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries edits out on what was read of the metadata, so that the next port of a wave is judged by what will be there. */
final class Editing {
    private final Map<String, ActualSource> sources = new LinkedHashMap<>();

    private Editing(ActualMetadata before) {
        before.sources().forEach(source -> sources.put(source.name(), source));
    }

    static ActualMetadata of(ActualMetadata before, List<MetadataEdit> edits) {
        Editing editing = new Editing(before);
        edits.forEach(editing::carryOut);
        return new ActualMetadata(before.resourceVersion(), List.copyOf(editing.sources.values()));
    }

    private void carryOut(MetadataEdit edit) {
        if (edit instanceof MetadataEdit.AddSource added) {
            sources.put(
                    added.source(),
                    new ActualSource(added.source(), added.kind(), added.configuration(), false, List.of()));
        } else if (edit instanceof MetadataEdit.RemoveSource removed) {
            sources.remove(removed.source());
        } else if (edit instanceof MetadataEdit.ConfigureSource configured) {
            sources.computeIfPresent(
                    configured.source(), (name, source) -> with(source, configured.configuration(), source.tables()));
        } else if (edit instanceof MetadataEdit.PutTable put) {
            ActualTable table = TableReader.read(put.entry(), put.entry()::deepCopy);
            sources.computeIfPresent(
                    put.source(), (name, source) -> with(source, source.configuration(), put(source.tables(), table)));
        } else if (edit instanceof MetadataEdit.RemoveTable removed) {
            sources.computeIfPresent(
                    removed.source(),
                    (name, source) -> with(source, source.configuration(), without(source.tables(), removed.table())));
        }
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
