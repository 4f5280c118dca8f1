package io.outputport.provisioner.hasura.plan.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a source makes of the names in it ({@code customization} in Hasura's metadata).
 *
 * @param namespace the one field below which all root fields of the source stand
 * @param rootFields put around every root field, custom ones too
 * @param types put around every type
 * @param camelCase whether names that are not custom are written in camel case ({@code graphql-default})
 */
public record Customization(Optional<String> namespace, Affix rootFields, Affix types, boolean camelCase) {
    public static final Customization NONE = new Customization(Optional.empty(), Affix.NONE, Affix.NONE, false);

    /** What is put around a name. */
    record Affix(String prefix, String suffix) {
        private static final Affix NONE = new Affix("", "");

        static Affix read(JsonNode around) {
            return new Affix(
                    around.path("prefix").asText(""), around.path("suffix").asText(""));
        }

        String around(String name) {
            return prefix + name + suffix;
        }

        private Stream<String> shown(String what) {
            return isNone() ? Stream.empty() : Stream.of(what + " become " + around("…"));
        }

        public boolean isNone() {
            return prefix.isEmpty() && suffix.isEmpty();
        }
    }

    public static Customization read(JsonNode customization) {
        JsonNode roots = customization.path("root_fields");
        return new Customization(
                Optional.of(roots.path("namespace").asText("")).filter(name -> !name.isEmpty()),
                Affix.read(roots),
                Affix.read(customization.path("type_names")),
                customization.path("naming_convention").asText("").equals("graphql-default"));
    }

    public boolean isNone() {
        return keepsNames() && types.isNone();
    }

    /** Whether consumers find root fields and columns as their table's entry names them. */
    public boolean keepsNames() {
        return namespace.isEmpty() && rootFields.isNone() && !camelCase;
    }

    /** In words: what becomes of names that the port's entry gives. */
    public String shown() {
        List<String> changes = new ArrayList<>();
        namespace.ifPresent(name -> changes.add("root fields stand below " + name));
        rootFields.shown("root fields").forEach(changes::add);
        types.shown("types").forEach(changes::add);
        if (camelCase) {
            changes.add("names are written in camel case");
        }
        return String.join(", ", changes);
    }

    /** The name that stands in {@code query_root} for a table's root field. */
    public String rootField(ActualTable table, RootField field) {
        return namespace.orElseGet(() -> rootFields.around(camelCase ? camel(table, field) : table.rootField(field)));
    }

    /** Whether a type of the table would be a type of a table with this base name in a source that changes nothing. */
    public boolean clashes(ActualTable table, String base) {
        String theirs = types.around(table.baseName());
        return types.suffix().isEmpty() ? TypeNames.clash(theirs, base) : TypeNames.isOf(base, theirs);
    }

    /** Custom names stay as they are. */
    private static String camel(ActualTable table, RootField field) {
        String base = table.customName().orElseGet(() -> camel(table.baseName()));
        return table.customRootFields().getOrDefault(field.key(), base + field.camelEnding());
    }

    private static String camel(String name) {
        String[] words = name.split("_");
        return Stream.of(words)
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals(words[0])
                        ? word
                        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
