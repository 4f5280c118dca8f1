package io.outputport.provisioner.hasura.plan.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.outputport.provisioner.hasura.plan.entry.ActualMetadata;
import io.outputport.provisioner.hasura.plan.entry.ActualTable;
import io.outputport.provisioner.hasura.plan.entry.MetadataEdit;
import io.outputport.provisioner.hasura.plan.entry.PortEntry;
import io.outputport.provisioner.hasura.plan.entry.TableEntry;
import io.outputport.provisioner.port.plan.PlannedStep;
import io.outputport.provisioner.port.plan.PlannedStep.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Edits of Hasura's metadata as planned steps. A configuration may hold a password, so none is ever shown. */
record EditForecast(ActualMetadata metadata, String role) {
    private static final String PHASE = "hasura";

    PlannedStep of(MetadataEdit edit) {
        String source = edit.source();
        return edit.match(
                added -> step(Action.CREATE, "Source " + source + " is added", Map.of(), Map.of("kind", added.kind())),
                configured -> step(
                        Action.CHANGE, "Source " + source + " is configured as the settings say", Map.of(), Map.of()),
                removed -> step(Action.REMOVE, "Source " + source + " is removed", Map.of(), Map.of()),
                this::table,
                removed -> step(
                        Action.REMOVE,
                        "Table of source " + source + " is untracked",
                        entry(removed.source(), removed.table()),
                        Map.of()));
    }

    private static PlannedStep step(
            Action action, String sentence, Map<String, Object> before, Map<String, Object> after) {
        return new PlannedStep(PHASE, action, sentence, before, after);
    }

    private PlannedStep table(MetadataEdit.PutTable put) {
        Optional<ActualTable> existing = existing(put.source(), put.table());
        Map<String, Object> after = attributes(put.entry());
        String place = " in source " + put.source() + " for role " + role;
        return existing.isPresent()
                ? step(
                        Action.CHANGE,
                        "Table " + existing.get().shown() + place + " is changed",
                        entry(put.source(), put.table()),
                        after)
                : step(Action.CREATE, "Table " + after.get("customName") + place + " is tracked", Map.of(), after);
    }

    private Optional<ActualTable> existing(String source, JsonNode table) {
        return metadata.source(source).flatMap(known -> known.table(table));
    }

    private Map<String, Object> entry(String source, JsonNode table) {
        return existing(source, table)
                .map(known -> attributes(known.entry().get()))
                .orElseGet(Map::of);
    }

    private Map<String, Object> attributes(ObjectNode entry) {
        return TableEntry.read(entry, role).map(EditForecast::attributes).orElseGet(Map::of);
    }

    static Map<String, Object> attributes(PortEntry entry) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("customName", entry.customName());
        attributes.put("rootFields", entry.names());
        attributes.put("columns", entry.columns().map(EditForecast::sorted).orElseGet(() -> List.of("*")));
        attributes.put("columnNames", new TreeMap<>(entry.columnNames()));
        attributes.put("allowAggregations", entry.allowAggregations());
        attributes.put("otherRestrictions", entry.restricted());
        entry.comment().ifPresent(comment -> attributes.put("comment", comment));
        return attributes;
    }

    private static List<String> sorted(Set<String> columns) {
        return new ArrayList<>(new TreeSet<>(columns));
    }
}
