package io.outputport.provisioner.hasura.drift;

import com.fasterxml.jackson.databind.JsonNode;
import io.outputport.provisioner.descriptor.model.SourceTable;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualSource;
import io.outputport.provisioner.hasura.plan.entry.ActualTable;
import io.outputport.provisioner.hasura.plan.entry.TableEntry;
import io.outputport.provisioner.hasura.plan.wanted.HasuraDialect;
import io.outputport.provisioner.hasura.plan.wanted.ServedPort;
import io.outputport.provisioner.port.Drift;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks in one export for drift of many ports; each costs a look-up and the reading of its own entry only. */
public final class MetadataDrift {
    private final Map<String, HasuraDialect> dialects = new HashMap<>();
    private final Map<String, Indexed> sources = new HashMap<>();
    private final List<String> emptySources;
    private final UnservedTables unserved;

    public MetadataDrift(ActualMetadata metadata, UnservedTables unserved, List<HasuraDialect> dialects) {
        this.unserved = unserved;
        emptySources = LeftoverSources.everywhere(metadata, dialects).stream()
                .map(ActualSource::name)
                .sorted()
                .toList();
        dialects.forEach(dialect -> this.dialects.put(dialect.technology(), dialect));
        metadata.sources().forEach(source -> sources.put(source.name(), Indexed.of(source)));
    }

    /** The names of sources that were made for output ports and hold nothing any more. */
    public List<String> emptySources() {
        return emptySources;
    }

    public Drift of(ServedPort port) {
        return Optional.ofNullable(sources.get(port.source()))
                .map(indexed -> inSource(port, indexed))
                .orElseGet(() -> Drift.missing("the source is gone"));
    }

    private Drift inSource(ServedPort port, Indexed indexed) {
        return indexed.table(port.tableName())
                .map(table -> TableEntry.read(table.entry().get(), port.role())
                        .map(found -> EntryDifferences.of(port.entry(), found))
                        .orElseGet(() -> List.of("role " + port.role() + " has no select permission")))
                .map(Drift::of)
                .orElseGet(() -> Drift.missing("the table is not tracked"))
                .and(sourceDifferences(port, indexed.source()))
                .and(unserved.reason(port.source(), port.tableName())
                        .map(reason -> List.of("Hasura does not serve it: " + reason.replaceFirst("\\.$", "")))
                        .orElse(List.of()));
    }

    /** Of a technology that is switched off nothing is known, so nothing is said. */
    private List<String> sourceDifferences(ServedPort port, ActualSource source) {
        List<String> differences = new ArrayList<>();
        if (!source.customization().keepsNames()) {
            differences.add(
                    "the source has a customization: " + source.customization().shown());
        }
        SourceTable table = port.table();
        boolean elsewhere = Optional.ofNullable(dialects.get(table.technology()))
                .filter(dialect -> dialect.locates(table))
                .filter(dialect ->
                        !source.kind().equals(dialect.kind()) || !dialect.pointsTo(source.configuration(), table))
                .isPresent();
        if (elsewhere) {
            differences.add("the source does not read database " + table.database() + " any more");
        }
        return differences;
    }

    private record Indexed(ActualSource source, Map<JsonNode, ActualTable> tables) {
        static Indexed of(ActualSource source) {
            Map<JsonNode, ActualTable> tables = new HashMap<>();
            source.tables().forEach(table -> tables.put(table.name(), table));
            return new Indexed(source, tables);
        }

        Optional<ActualTable> table(JsonNode name) {
            return Optional.ofNullable(tables.get(name));
        }
    }
}
