package io.outputport.provisioner.descriptor.naming;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Texts as parts of names: letters, digits and underscores of ASCII, no digit first, no two underscores first. */
public final class NameText {
    /** The role mapper and a sharing server keep names and ids in columns of this length. */
    public static final int LONGEST = 255;

    private NameText() {}

    /** The lower-case form of {@code text} without the characters that names forbid; perhaps empty. */
    public static String letters(String text) {
        return withoutForbidden(text.toLowerCase(Locale.ROOT));
    }

    /** {@code text} in its own letter case, without the characters that names forbid; perhaps empty. */
    public static String withoutForbidden(String text) {
        return text.chars()
                .filter(NameText::isAllowed)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** A name of these parts, joined by underscores, each of them as {@link #letters} of it. */
    public static String join(List<String> parts) {
        return withLegalStart(parts.stream().map(NameText::letters).collect(Collectors.joining("_")));
    }

    public static String withLegalStart(String name) {
        if (!name.isEmpty() && isDigit(name.charAt(0))) {
            return "_" + name;
        }
        return name.startsWith("__") ? "_" + name.replaceFirst("^_+", "") : name;
    }

    public static boolean isAllowed(int character) {
        return character == '_'
                || isDigit(character)
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z');
    }

    public static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
