package io.outputport.provisioner.hasura.wave;

import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The edits that put back what other edits changed. */
public final class Restoration {
    private Restoration() {}

    /**
     * @param edits what was written
     * @param before the metadata it was written to
     */
    public static List<MetadataEdit> of(List<MetadataEdit> edits, ActualMetadata before) {
        return edits.stream()
                .sorted((one, other) -> Boolean.compare(
                        other instanceof MetadataEdit.RemoveSource, one instanceof MetadataEdit.RemoveSource))
                .flatMap(edit -> inverse(edit, before))
                .toList();
    }

    private static Stream<MetadataEdit> inverse(MetadataEdit edit, ActualMetadata before) {
        Optional<ActualSource> source = before.source(edit.source());
        if (edit instanceof MetadataEdit.PutTable put) {
            return Stream.of(table(put.source(), put.table(), source));
        }
        if (edit instanceof MetadataEdit.RemoveTable removed) {
            return Stream.of(table(removed.source(), removed.table(), source));
        }
        if (edit instanceof MetadataEdit.AddSource added) {
            return Stream.of(new MetadataEdit.RemoveSource(added.source()));
        }
        return source.stream()
                .map(was -> edit instanceof MetadataEdit.RemoveSource
                        ? new MetadataEdit.AddSource(was.name(), was.kind(), was.configuration())
                        : new MetadataEdit.ConfigureSource(was.name(), was.configuration()));
    }

    private static MetadataEdit table(
            String source, com.fasterxml.jackson.databind.JsonNode name, Optional<ActualSource> before) {
        return before.flatMap(was -> was.table(name))
                .<MetadataEdit>map(was ->
                        new MetadataEdit.PutTable(source, name, was.entry().get()))
                .orElseGet(() -> new MetadataEdit.RemoveTable(source, name));
    }
}
