package io.outputport.provisioner.hasura.plan.entry;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What Hasura's metadata holds, as far as planning looks at it. */
public record ActualMetadata(long resourceVersion, List<ActualSource> sources) {
    public ActualMetadata {
        sources = List.copyOf(sources);
    }

    public Optional<ActualSource> source(String name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    /** What it holds once the edits are written. */
    public ActualMetadata after(List<MetadataEdit> edits) {
        return edits.isEmpty() ? this : Editing.of(this, edits);
    }

    public Stream<Entry> entries() {
        return sources.stream().flatMap(source -> source.tables().stream().map(table -> new Entry(source, table)));
    }

    /** A table together with the source it is in. */
    public record Entry(ActualSource source, ActualTable table) {
        public boolean isSame(Entry other) {
            return source.name().equals(other.source.name()) && table.name().equals(other.table.name());
        }
    }
}
