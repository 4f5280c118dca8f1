package io.outputport.provisioner.hasura.naming;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What GraphQL allows as a name: letters, digits and underscores of ASCII, no digit first, not {@code __} first. */
public final class GraphqlName {
    /** The role mapper keeps names and ids in columns of this length. */
    public static final int LONGEST = 255;

    private GraphqlName() {}

    public static boolean isLegal(String name) {
        return !name.isEmpty()
                && !isDigit(name.charAt(0))
                && !name.startsWith("__")
                && name.chars().allMatch(GraphqlName::isAllowed);
    }

    /** The lower-case form of {@code text} without the characters that GraphQL forbids; perhaps empty. */
    public static String letters(String text) {
        return withoutForbidden(text.toLowerCase(Locale.ROOT));
    }

    /** {@code text} in its own letter case, without the characters that GraphQL forbids; perhaps empty. */
    public static String withoutForbidden(String text) {
        return text.chars()
                .filter(GraphqlName::isAllowed)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** A name of these parts, joined by underscores, each of them as {@link #letters} of it. */
    static String join(List<String> parts) {
        return withLegalStart(parts.stream().map(GraphqlName::letters).collect(Collectors.joining("_")));
    }

    /**
     * The names under which GraphQL can show those columns whose own names it forbids.
     *
     * @param columns all columns of the table, in their order
     * @return by column, only those that need it; no two alike, and none the name of another column
     */
    public static Map<String, String> legalColumnNames(List<String> columns) {
        Set<String> taken = new LinkedHashSet<>(columns);
        Map<String, String> legal = new LinkedHashMap<>();
        for (String column : columns) {
            if (!isLegal(column)) {
                legal.computeIfAbsent(column, illegal -> legalColumnName(illegal, taken));
                taken.add(legal.getOrDefault(column, column));
            }
        }
        return legal;
    }

    /** The legal form of one column's name that is none of {@code taken}: {@code new persons} becomes {@code new_persons}. */
    public static String legalColumnName(String column, Set<String> taken) {
        String form = withLegalStart(column.codePoints()
                .mapToObj(character -> isAllowed(character) ? Character.toString(character) : "_")
                .collect(Collectors.joining()));
        String wanted = form.equals("_") || form.isEmpty() ? "column" : form;
        String name = wanted;
        for (int next = 2; taken.contains(name); next++) {
            name = wanted + "_" + next;
        }
        return name;
    }

    private static String withLegalStart(String name) {
        if (!name.isEmpty() && isDigit(name.charAt(0))) {
            return "_" + name;
        }
        return name.startsWith("__") ? "_" + name.replaceFirst("^_+", "") : name;
    }

    private static boolean isAllowed(int character) {
        return character == '_'
                || isDigit(character)
                || (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z');
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
