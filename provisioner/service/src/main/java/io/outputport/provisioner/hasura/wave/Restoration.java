package io.outputport.provisioner.hasura.wave;

import com.fasterxml.jackson.databind.JsonNode;
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
                .sorted((one, other) -> Boolean.compare(other.removesSource(), one.removesSource()))
                .flatMap(edit -> inverse(edit, before))
                .toList();
    }

    private static Stream<MetadataEdit> inverse(MetadataEdit edit, ActualMetadata before) {
        Optional<ActualSource> source = before.source(edit.source());
        return edit.match(
                added -> Stream.of(new MetadataEdit.RemoveSource(added.source())),
                configured ->
                        source.stream().map(was -> new MetadataEdit.ConfigureSource(was.name(), was.configuration())),
                removed -> source.stream()
                        .map(was -> new MetadataEdit.AddSource(was.name(), was.kind(), was.configuration())),
                put -> Stream.of(table(put.source(), put.table(), source)),
                removed -> Stream.of(table(removed.source(), removed.table(), source)));
    }

    private static MetadataEdit table(String source, JsonNode name, Optional<ActualSource> before) {
        return before.flatMap(was -> was.table(name))
                .<MetadataEdit>map(was ->
                        new MetadataEdit.PutTable(source, name, was.entry().get()))
                .orElseGet(() -> new MetadataEdit.RemoveTable(source, name));
    }
}
