package io.outputport.provisioner.descriptor.model;

import io.outputport.foundation.settings.Settings;
import io.outputport.foundation.settings.SettingsException;
import io.outputport.foundation.text.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tags whose columns are shown to nobody. Letter case, quotes and spaces around a name do not matter, and a tag
 * covers all that stand below it: {@code PII} covers {@code PII.Sensitive}.
 */
public final class HiddenTags {
    public static final HiddenTags NONE = new HiddenTags(Set.of());

    private static final Pattern AROUND_DOTS = Pattern.compile("\\s*\\.\\s*");
    private static final Pattern QUOTES = Pattern.compile("[\"'`]");
    private static final Pattern ALL_BELOW = Pattern.compile("[.*]+$");
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Shorter words stand in too many others by chance. */
    private static final int SHORTEST_PART = 3;

    private final Set<String> tags;

    private HiddenTags(Set<String> tags) {
        this.tags = tags;
    }

    /** @param names as the operator writes them; {@code PII.*} means {@code PII} */
    public static HiddenTags of(Collection<String> names) {
        return new HiddenTags(names.stream()
                .map(name -> ALL_BELOW.matcher(plain(name)).replaceFirst(""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The setting HIDDEN_COLUMN_TAGS, whatever separates its tags: a list read as one long tag would hide nothing. */
    public static HiddenTags from(Settings settings) {
        String list = settings.text("HIDDEN_COLUMN_TAGS", "");
        HiddenTags tags = of(List.of(list.split("[,;\\r\\n\\[\\]]")));
        if (tags.isEmpty() && !list.isBlank()) {
            throw new SettingsException("HIDDEN_COLUMN_TAGS names no tag; write tags with commas between them.");
        }
        return tags;
    }

    public boolean isEmpty() {
        return tags.isEmpty();
    }

    public boolean cover(String tag) {
        String name = plain(tag);
        return tags.stream().anyMatch(hidden -> name.equals(hidden) || name.startsWith(hidden + "."));
    }

    /** Whether it looks as if one of them was meant: it holds the same word, stands above one, or is misspelt. */
    public boolean resemble(String tag) {
        String name = plain(tag);
        return !cover(tag)
                && (Nearest.to(name, tags).isPresent()
                        || tags.stream().anyMatch(hidden -> hidden.startsWith(name + ".") || isPart(hidden, name)));
    }

    private static boolean isPart(String hidden, String name) {
        String word = NO_LETTERS.matcher(hidden).replaceAll("");
        return word.length() >= SHORTEST_PART
                && NO_LETTERS.matcher(name).replaceAll("").contains(word);
    }

    private static String plain(String tag) {
        String unquoted = QUOTES.matcher(tag).replaceAll("");
        return AROUND_DOTS.matcher(unquoted).replaceAll(".").strip().toLowerCase(Locale.ROOT);
    }
}
