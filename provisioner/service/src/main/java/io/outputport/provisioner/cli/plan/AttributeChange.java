package io.outputport.provisioner.cli.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What becomes of one attribute; of a list or map, of those elements that come or go.
 *
 * @param name in words
 * @param value the new one, the old one that goes, or both with an arrow between them
 */
record AttributeChange(Mark mark, String name, String value) {
    static final String ARROW = " -> ";

    /** Nothing of what stays as it is. */
    static List<AttributeChange> between(JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<AttributeChange> changes = new ArrayList<>();
        names.forEach(name -> changes.addAll(of(words(name), before.path(name), after.path(name))));
        return changes;
    }

    private static List<AttributeChange> of(String name, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return List.of();
        }
        if (before.isObject() || after.isObject()) {
            return ofEntries(name, entries(before), entries(after));
        }
        if (before.isArray() || after.isArray()) {
            return ofElements(name, elements(before), elements(after));
        }
        Mark mark = before.isMissingNode() ? Mark.CREATE : after.isMissingNode() ? Mark.REMOVE : Mark.CHANGE;
        String arrow = mark == Mark.CHANGE ? ARROW : "";
        return List.of(new AttributeChange(mark, name, before.asText() + arrow + after.asText()));
    }

    private static List<AttributeChange> ofElements(String name, List<String> before, List<String> after) {
        List<AttributeChange> changes = new ArrayList<>();
        changes.addAll(listed(Mark.REMOVE, name, before, after));
        changes.addAll(listed(Mark.CREATE, name, after, before));
        return changes.isEmpty() && !before.equals(after)
                ? List.of(new AttributeChange(Mark.CHANGE, name, "in another order: " + String.join(", ", after)))
                : changes;
    }

    private static List<AttributeChange> listed(Mark mark, String name, List<String> these, List<String> others) {
        List<String> own =
                these.stream().filter(element -> !others.contains(element)).toList();
        return own.isEmpty() ? List.of() : List.of(new AttributeChange(mark, name, String.join(", ", own)));
    }

    private static List<AttributeChange> ofEntries(String name, Map<String, String> before, Map<String, String> after) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<AttributeChange> changes = new ArrayList<>();
        for (String key : keys) {
            String old = before.getOrDefault(key, "");
            String fresh = after.getOrDefault(key, "");
            if (!old.equals(fresh)) {
                Mark mark = old.isEmpty() ? Mark.CREATE : fresh.isEmpty() ? Mark.REMOVE : Mark.CHANGE;
                String value = mark == Mark.CHANGE ? old + ARROW + fresh : old + fresh;
                changes.add(new AttributeChange(mark, name, key + " as " + value));
            }
        }
        return changes;
    }

    private static List<String> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Map<String, String> entries(JsonNode map) {
        Map<String, String> entries = new LinkedHashMap<>();
        map.fields()
                .forEachRemaining(
                        entry -> entries.put(entry.getKey(), entry.getValue().asText()));
        return entries;
    }

    /** {@code rootFields} are {@code root fields}. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
