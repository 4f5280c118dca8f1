package io.outputport.provisioner.descriptor.parse;

import io.outputport.provisioner.descriptor.tree.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the tags of a contract's column. Hidden columns hang on them, so every form that catalogues and templates write
 * is read, and rather too much of an unknown one than too little: OpenMetadata's objects with a {@code tagFQN}, other
 * objects with a name, bare names, several in one text, lists in lists.
 */
final class ColumnTags {
    private static final Set<String> FIELDS = Set.of("tags", "tag");
    private static final Set<String> NAMES = Set.of("tagfqn", "name", "fullyqualifiedname", "tag");
    /** What says something about a tag, but is none. */
    private static final Set<String> REMARKS =
            Set.of("description", "displayname", "href", "labeltype", "source", "state", "style");

    private ColumnTags() {}

    /** With those of its nested columns: what is nested is served together with it. */
    static List<String> of(Field column) {
        Set<String> tags = new LinkedHashSet<>();
        addAll(column, tags);
        return List.copyOf(tags);
    }

    private static void addAll(Field column, Set<String> tags) {
        for (String field : column.names()) {
            if (FIELDS.contains(plain(field))) {
                add(column.child(field), tags);
            }
        }
        column.child("children").items().forEach(nested -> addAll(nested, tags));
    }

    private static void add(Field tag, Set<String> tags) {
        if (tag.isList()) {
            tag.items().forEach(item -> add(item, tags));
        } else if (tag.isObject()) {
            addObject(tag, tags);
        } else {
            tag.text()
                    .ifPresent(text -> List.of(text.value().split("[,;]")).stream()
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .forEach(tags::add));
        }
    }

    /** An object without a name is one of free keys, as {@code PII: true} or {@code classification: PII}. */
    private static void addObject(Field tag, Set<String> tags) {
        List<String> fields = new ArrayList<>(tag.names());
        fields.removeIf(field -> REMARKS.contains(plain(field)));
        if (fields.stream().map(ColumnTags::plain).noneMatch(NAMES::contains)) {
            tags.addAll(fields);
        }
        fields.forEach(field -> add(tag.child(field), tags));
    }

    private static String plain(String field) {
        return field.strip().toLowerCase(Locale.ROOT);
    }
}
